using PropIQ.Client.Contract;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Mocks.Stripe;
using PropIQ.Targets;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

/// <summary>What a price list and a payment must come to.</summary>
public sealed class PriceChecksTests : IDisposable
{
    private const string Promised = "free $0 5; starter $69 30; pro $99 60; elite $149 100";

    private static readonly PricedPlan[] Plans =
        [new("elite", 149m, 100, "price_e"), new("free", 0m, 5, null), new("pro", 99.00m, 60, "price_p"), new("starter", 69m, 30, "price_s")];

    private readonly MadeUpStage stage = new();

    [Fact]
    public void Prices_are_as_promised_in_any_order() => Verdicts.Holds(() => Shown(Plans).PricesShouldBeAsPromised());

    [Fact]
    public void Each_price_and_allowance_counts_and_no_plan_is_left_out_or_added()
    {
        Says(Promised.Replace("$99", "$99.5"), [.. Plans[..2], Plans[2] with { Price = 99.5m }, Plans[3]]);
        Says(Promised.Replace("$99 60", "$99 61"), [.. Plans[..2], Plans[2] with { Analyses = 61 }, Plans[3]]);
        Says("free $0 5; starter $69 30; elite $149 100", [.. Plans[..2], Plans[3]]);
        Says($"{Promised}; gold $999 1000", [.. Plans, new PricedPlan("gold", 999, 1000, "price_g")]);
    }

    [Fact]
    public void A_list_that_says_no_prices_is_not_whole() => Verdicts.Fails(
        () => Shown([Plans[0] with { Price = null }]).PricesShouldBeAsPromised(), "PropIQ's answer to look at the prices should give the price in the plans, but does not");

    [Fact]
    public void Each_paid_plan_has_a_price_of_its_own()
    {
        const string sentence = "Each paid plan should have a price of its own, but they have ";
        Verdicts.Holds(() => Shown(Plans).PaidPlansShouldHavePrices());
        Verdicts.Fails(() => Shown([.. Plans[..3], Plans[3] with { PriceId = "price_p" }]).PaidPlansShouldHavePrices(), sentence + "price_e, price_p, price_p");
        Verdicts.Fails(() => Shown(Plans[..3]).PaidPlansShouldHavePrices(), sentence + "price_e, price_p");
        Verdicts.Fails(
            () => Shown([.. Plans[..3], Plans[3] with { PriceId = null }]).PaidPlansShouldHavePrices(), "PropIQ's answer should give the price id of starter, but does not");
        Verdicts.Fails(() => Shown(null).PaidPlansShouldHavePrices(), "PropIQ's answer should give the plans, but does not");
    }

    [Fact]
    public void Where_the_target_says_which_price_it_is_that_one()
    {
        var table = PlanTable.Of(new Dictionary<string, TargetPlan> { ["pro"] = new(PriceId: "price_p") });
        var other = PlanTable.Of(new Dictionary<string, TargetPlan> { ["pro"] = new(PriceId: "price_other") });

        Verdicts.Holds(() => Shown(Plans, table).PaidPlansShouldHavePrices());
        Verdicts.Fails(() => Shown(Plans, other).PaidPlansShouldHavePrices(), "Pro should have the price price_other, but has price_p");
        Verdicts.Fails(
            () => Shown([.. Plans[..2], Plans[2] with { Tier = "professional" }, Plans[3]], table).PaidPlansShouldHavePrices(), "Pro should have the price price_p, but has none");
    }

    [Fact]
    public async Task A_payment_that_was_to_fail_did()
    {
        stage.Paula.Having(Made.Worked(new CheckoutSession("cs_1", "https://checkout.stripe.com/cs_1")));
        var checks = Shown(Plans);

        await PayAsync(new PaymentOutcome(false, "card_declined", 99, []));
        Verdicts.Holds(() => checks.PaymentShouldHaveFailed(stage.Paula));
        await PayAsync(new PaymentOutcome(true, null, 99, []));
        Verdicts.Fails(() => checks.PaymentShouldHaveFailed(stage.Paula), "Paula's payment was to fail, but went through");
    }

    public void Dispose() => stage.Dispose();

    private void Says(string said, PricedPlan[] plans) =>
        Verdicts.Fails(() => Shown(plans).PricesShouldBeAsPromised(), $"The price list should say {Promised}, but says {said}");

    private CheckoutChecks Shown(PricedPlan[]? plans, PlanTable? table = null)
    {
        stage.Paula.Having(Made.Worked(new PriceList(plans), "look at the prices"));
        return new CheckoutChecks(stage.Checkout, stage.Profile, stage.Time, stage.Cast, table ?? PlanTable.Contract);
    }

    private Task PayAsync(PaymentOutcome outcome)
    {
        stage.Stripe.Payment = outcome;
        return stage.Checkout.PayAsync(stage.Paula, "a declined card", Delivery.InOrder, TestContext.Current.CancellationToken);
    }
}
