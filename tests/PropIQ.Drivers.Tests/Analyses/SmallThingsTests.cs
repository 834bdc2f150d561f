using FluentAssertions;
using PropIQ.Drivers.Analyses;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

/// <summary>Costs, times and descriptions at their edges.</summary>
public sealed class SmallThingsTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void A_description_that_is_too_long_has_one_letter_more_than_10000() => Descriptions.TooLong.Should().HaveLength(10_001).And.MatchRegex("^x+$");

    [Fact]
    public void Costs_are_exact_to_twelve_digits()
    {
        ((decimal?)0.000315000000000001m).Exact().Should().Be(0.000315m);
        ((decimal?)0.000315000001m).Exact().Should().Be(0.000315000001m);
        ((decimal?)0.000000000001m).Exact().Should().Be(0.000000000001m);
        ((decimal?)null).Exact().Should().BeNull();
    }

    [Fact]
    public void Times_are_the_same_within_a_second()
    {
        var made = Made.Analysis();
        var second = TimeSpan.FromSeconds(1);

        made.IsMadeWith(made).Should().BeTrue();
        made.IsMadeWith(made with { CreatedAt = Made.Then + second - Tick }).Should().BeTrue();
        made.IsMadeWith(made with { CreatedAt = Made.Then - second + Tick }).Should().BeTrue();
        made.IsMadeWith(made with { CreatedAt = Made.Then + second }).Should().BeFalse();
        made.IsMadeWith(made with { CreatedAt = Made.Then - second }).Should().BeFalse();
        made.IsMadeWith(made with { CreatedAt = null }).Should().BeFalse();
        (made with { CreatedAt = null }).IsMadeWith(made).Should().BeFalse();
    }
}
