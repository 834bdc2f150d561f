using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Tests.Profiles;
using Xunit;

namespace PropIQ.Simulator.Tests.Costs;

public sealed class ProjectionTests
{
    [Theory]
    [InlineData(0, 0, 0, "0")]
    [InlineData(1, 0, 0, "3.5")]
    [InlineData(0, 1, 0, "3.5")]
    [InlineData(3, 2, 0, "17.5")]
    [InlineData(0, 0, 100, "3.2")]
    [InlineData(1, 1, 100, "10.2")]
    public void An_action_may_cost_its_analyses_its_messages_and_the_fee_of_its_charge(int analyses, int messages, int charge, string dollars) =>
        Assert.Equal(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture), Projection.Of(new Asked(analyses, messages, charge), Told.Prices));

    [Fact]
    public void Analyses_may_cost_what_estimates_cost() => Assert.Equal(7m, Projection.OfAi(2, Told.Prices));

    [Fact]
    public void A_profile_may_cost_what_all_actions_of_all_users_may_and_hosting()
    {
        var read = ProfileReader.Read("p.yaml", Texts.OneUser(Texts.LogIn, Analysis, Analysis));
        var profile = read with { Config = read.Config with { Prices = Told.Prices }, Users = [read.Users[0], read.Users[0]] };

        Assert.Equal(7m, Projection.Of(profile.Users[0], Told.Prices));
        Assert.Equal(14.23m, Projection.Of(profile));
    }

    private const string Analysis = """{ type: "analyze_property", address: "1 Main St, Austin, TX 78701" }""";

    private sealed class Asked(int analyses, int messages, decimal charge) : SimulatedAction
    {
        public override int Analyses => analyses;

        public override int Messages => messages;

        public override decimal Charge => charge;

        public override Task PlayAsync(ActionContext context, CancellationToken cancellation) => throw new NotSupportedException("It is never played.");
    }
}
