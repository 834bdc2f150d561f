using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Targets.Yaml;
using Xunit;

namespace PropIQ.Simulator.Tests.Costs;

public sealed class AlertTests
{
    private static readonly Dictionary<string, decimal> Measured = new() { ["total_cost"] = 12m };

    [Fact]
    public void What_holds_is_raised_with_its_condition() => Assert.Equal(["Too dear (total_cost > 10)"], Raised("total_cost > 10"));

    [Fact]
    public void What_does_not_hold_is_not_raised() => Assert.Empty(Raised("total_cost > 12"));

    [Fact]
    public void What_cannot_be_evaluated_is_told_and_keeps_no_other_from_being_raised() => Assert.Equal(
        ["An alert could not be evaluated: \"rent > 1\" speaks of \"rent\", which is not known.", "Too dear (total_cost >= 12)"],
        Raised("rent > 1", "total_cost >= 12"));

    private static IReadOnlyList<string> Raised(params string[] conditions) =>
        Alerts.Raised(CostTracking.Default with { Alerts = [.. conditions.Select(condition => new CostAlert(condition, "Too dear", new Position(1, 1)))] }, Measured);
}
