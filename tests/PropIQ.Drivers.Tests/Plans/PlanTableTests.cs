using FluentAssertions;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;
using Xunit;

namespace PropIQ.Drivers.Tests.Plans;

public sealed class PlanTableTests
{
    private static readonly PlanTable BiggerPro = PlanTable.Of(new Dictionary<string, TargetPlan> { ["pro"] = new(Analyses: 80, PriceId: "price_1") });

    [Theory]
    [InlineData("Free", "free", 0, 5, 4, false, 10)]
    [InlineData("Starter", "starter", 69, 30, 28, true, null)]
    [InlineData("Pro", "pro", 99, 60, 58, true, null)]
    [InlineData("Elite", "elite", 149, 100, 98, true, null)]
    public void The_contract_has_four_plans(string name, string tier, int price, int analyses, int warnsFrom, bool exports, int? historyShown)
    {
        var plan = PlanTable.Contract.Named(tier.ToUpperInvariant());

        plan.Should().Be(new PromisedPlan(name, price, analyses, warnsFrom, exports, historyShown));
        (plan.Tier, plan.IsFree, plan.ToString()).Should().Be((tier, tier == "free", name));
    }

    [Fact]
    public void Plans_come_cheapest_first_and_free_is_the_first()
    {
        PlanTable.Contract.All.Select(plan => plan.Price).Should().BeInAscendingOrder().And.HaveCount(4);
        PlanTable.Contract.Free.Name.Should().Be("Free");
        FluentActions.Invoking(() => PlanTable.Contract.Named("Gold")).Should().Throw<ArgumentException>()
            .WithMessage("There is no plan \"Gold\": there are Free, Starter, Pro, Elite.");
    }

    [Fact]
    public void A_plan_keeps_the_contracts_numbers_where_the_target_names_none()
    {
        BiggerPro.Named("Pro").Should().Be(new PromisedPlan("Pro", 99, 80, 58, true, null) { PriceId = "price_1" });
        BiggerPro.Free.Should().Be(PlanTable.Contract.Free);
    }

    [Fact]
    public void A_features_limit_is_held_against_the_promised_one()
    {
        var (pro, bigger) = (PlanTable.Contract.Named("Pro"), BiggerPro.Named("Pro"));

        pro.Limited(60).Should().BeSameAs(pro);
        bigger.Limited(80).Should().BeSameAs(bigger);
        FluentActions.Invoking(() => bigger.Limited(60)).Should().Throw<MissingCapabilityException>().Which.Capability.Should().Be(Capability.ContractPlans);
        FluentActions.Invoking(() => bigger.Limited(61)).Should().Throw<ArgumentException>().WithMessage("Pro has 80 analyses a month, not 61: correct the feature.");
        FluentActions.Invoking(() => pro.Limited(80)).Should().Throw<ArgumentException>().WithMessage("Pro has 60 analyses a month, not 80: correct the feature.");
    }
}
