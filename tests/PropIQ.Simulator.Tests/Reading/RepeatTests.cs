using PropIQ.Simulator.ProfileFormat;
using Xunit;

namespace PropIQ.Simulator.Tests.Reading;

public sealed class RepeatTests
{
    [Fact]
    public void Twenty_repetitions_make_a_hundred_users_with_names_and_emails_of_their_own()
    {
        var profile = ProfileReader.ReadOwn(repeat: 20);

        Assert.Equal(100, profile.Users.Count);
        Assert.Equal(100, profile.Users.Select(user => user.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(100, profile.Users.Select(user => user.Name).Distinct().Count());
        Assert.Equal(100, profile.Order.MostConcurrent);
        Assert.Equal(100, profile.Order.Steps.Sum(step => step.Users.Count));
        Assert.All(profile.Order.Steps.SelectMany(step => step.Users), name => Assert.Contains(profile.Users, user => user.Name == name));
    }

    [Fact]
    public void Emails_are_rewritten_everywhere()
    {
        var again = ProfileReader.ReadOwn(repeat: 2).Users[5];

        Assert.Equal("Portfolio-Manager-Paula-2", again.Name);
        Assert.Equal("paula.portfolio+n2@simulated.propiq.test", again.Email);
        Assert.Equal("SimPaula2025!Elite", again.Password);
    }

    [Theory]
    [InlineData("a@x.test", "a+r1@x.test")]
    [InlineData("a+n2@x.test", "a+r1.n2@x.test")]
    public void A_runs_id_stands_where_clean_up_looks_for_it(string email, string marked) => Assert.Equal(marked, Rewriting.WithRun(email, "r1"));
}
