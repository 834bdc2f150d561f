using FluentAssertions;
using PropIQ.Drivers.Plans;
using PropIQ.Targets;
using Xunit;

namespace PropIQ.Drivers.Tests.Plans;

public sealed class PlanDifferencesTests
{
    private static readonly PlanDifferences BiggerPro = new(PlanTable.Of(new Dictionary<string, TargetPlan> { ["pro"] = new(Analyses: 80, WarnsFrom: 77, Price: 109) }));

    [Theory]
    [InlineData("Paula is on Pro with 57 of 60 analyses used", true)]
    [InlineData("Pro costs $99", true)]
    [InlineData("Paula's profile says 72", true)]
    [InlineData("Frank's profile says 5 of 5", false)]
    [InlineData("a house for $450,000", false)]
    [InlineData("no number at all", false)]
    public void Numbers_from_the_contracts_to_the_targets_may_mean_something_else(string text, bool may) => BiggerPro.AreIn(text).Should().Be(may);

    [Fact]
    public void The_contracts_plans_have_no_differences() => new PlanDifferences(PlanTable.Contract).AreIn("57 of 60").Should().BeFalse();

    [Fact]
    public void A_plan_keeps_the_contracts_numbers_where_the_target_names_none()
    {
        var plans = PlanTable.Of(new Dictionary<string, TargetPlan> { ["pro"] = new(Analyses: 80, PriceId: "price_1") });

        plans.Named("Pro").Should().Match<PromisedPlan>(plan => plan.Analyses == 80 && plan.Price == 99 && plan.WarnsFrom == 58 && plan.PriceId == "price_1");
        plans.Free.Should().Be(PlanTable.Contract.Free);
    }
}
