using FluentAssertions;
using PropIQ.Drivers.Plans;
using PropIQ.Targets;
using Xunit;

namespace PropIQ.Drivers.Tests.Plans;

public sealed class PlanDifferencesTests
{
    private static readonly PlanDifferences BiggerPro = Differences("pro", new(Analyses: 80, WarnsFrom: 77, Price: 109));

    [Theory]
    [InlineData("Paula is on Pro with 57 of 60 analyses used", true)]
    [InlineData("Pro costs $99", true)]
    [InlineData("Paula's profile says 72", true)]
    [InlineData("from 58 on", true)]
    [InlineData("up to 80", true)]
    [InlineData("costs $109", true)]
    [InlineData("costs $99.50", true)]
    [InlineData("57", false)]
    [InlineData("81", false)]
    [InlineData("98", false)]
    [InlineData("98.99", false)]
    [InlineData("109.50", false)]
    [InlineData("80,000", false)]
    [InlineData("1,234,060.99", false)]
    [InlineData("Frank's profile says 5 of 5", false)]
    [InlineData("a house for $450,000", false)]
    [InlineData("no number at all", false)]
    public void Numbers_from_the_contracts_to_the_targets_may_mean_something_else(string text, bool may) => BiggerPro.AreIn(text).Should().Be(may);

    [Fact]
    public void Each_number_of_a_plan_may_be_bigger_or_smaller()
    {
        Differences("elite", new(Price: 1_250.50m)).AreIn("$1,250.50").Should().BeTrue();
        Differences("free", new(Analyses: 2)).AreIn("3").Should().BeTrue();
        Differences("starter", new(WarnsFrom: 20)).AreIn("24").Should().BeTrue();
    }

    [Fact]
    public void The_contracts_plans_have_no_differences()
    {
        var none = new PlanDifferences(PlanTable.Contract);

        none.Any.Should().BeFalse();
        none.AreIn("57 of 60").Should().BeFalse();
        BiggerPro.Any.Should().BeTrue();
    }

    private static PlanDifferences Differences(string tier, TargetPlan plan) => new(PlanTable.Of(new Dictionary<string, TargetPlan> { [tier] = plan }));
}
