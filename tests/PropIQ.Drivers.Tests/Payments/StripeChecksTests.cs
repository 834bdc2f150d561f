using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

public sealed class StripeChecksTests : IDisposable
{
    private const string Page = "https://checkout.stripe.com/c/pay/cs_1#top";
    private static readonly StripeCheckout Open = new("cs_1", "pro", "open", "unpaid", 99m);
    private static readonly StripeCall Customer = Order("/v1/customers", "mark-1");
    private static readonly StripeCall Checkout = Order("/v1/checkout/sessions", "mark-2", "cus_1");
    private readonly MadeUpStage stage = new();
    private readonly StripeChecks checks;

    public StripeChecksTests() => checks = new StripeChecks(stage.Target);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Theory]
    [InlineData(Page)]
    [InlineData("http://127.0.0.1:8080/pay?session=cs_1")]
    [InlineData("https://checkout.stripe.com/cs_1/pay")]
    public Task One_checkout_is_open_and_is_the_one_that_was_answered(string url) => Verdicts.HoldsAsync(() => OpenAsync("cs_1", url, Open, Open with { Id = "cs_0", Status = "expired" }));

    [Fact]
    public async Task No_other_is_open()
    {
        const string sentence = "A checkout for Pro at $99.00 should be open for Paula, but there is ";
        await FailsAsync(sentence + "none");
        await FailsAsync(sentence + "none", Open with { Status = "complete" });
        await FailsAsync(sentence + "one for pro at $99.00 and one for pro at $99.00", Open, Open);
        await FailsAsync(sentence + "one for elite at $99.00", Open with { Tier = "elite" });
        await FailsAsync(sentence + "one for pro at $98.50", Open with { AmountUsd = 98.5m });
        stage.Stripe.Customer = null;
        await Verdicts.FailsAsync(() => checks.CheckoutShouldBeOpenAsync(Paula, PlanTable.Contract.Named("Pro"), 99, Cancellation), sentence + "none");
    }

    [Fact]
    public Task The_answer_names_it() => Verdicts.FailsAsync(() => OpenAsync("cs_2", Page, Open), "Paula should be given the checkout cs_1, but got cs_2");

    [Theory]
    [InlineData("/c/pay/cs_1")]
    [InlineData("c/pay/cs_1")]
    [InlineData("ftp://checkout.stripe.com/cs_1")]
    [InlineData("https://checkout.stripe.com/cs_12")]
    [InlineData("https://checkout.stripe.com/acs_1")]
    [InlineData("https://checkout.stripe.com/")]
    public Task The_page_to_pay_on_is_that_checkouts(string url) =>
        Verdicts.FailsAsync(() => OpenAsync("cs_1", url, Open), $"Paula should be given Stripe's page to pay on, but got \"{url}\"");

    [Fact]
    public Task An_answer_without_a_page_is_not_whole() =>
        Verdicts.FailsAsync(() => OpenAsync("cs_1", null, Open), "PropIQ's answer to check out should give the checkout url, but does not");

    [Fact]
    public async Task Where_nothing_is_open_nothing_can_be_paid()
    {
        await Verdicts.HoldsAsync(() => NoneOpenAsync());
        await Verdicts.HoldsAsync(() => NoneOpenAsync(Open with { Status = "expired" }));
        await Verdicts.FailsAsync(() => NoneOpenAsync(Open), "No checkout should be open for Paula, but there is one for pro at $99.00");
    }

    [Fact]
    public async Task All_orders_are_for_one_customer_and_marked()
    {
        await Verdicts.HoldsAsync(() => OneCustomerAsync(Customer, Customer, Checkout, Checkout with { IdempotencyKey = "mark-3" }));
        await Verdicts.HoldsAsync(() => OneCustomerAsync(Checkout, Order("/v1/customers/cus_1/balance", "mark-4"), Checkout with { Method = "GET", IdempotencyKey = null }));
        await Verdicts.FailsAsync(() => OneCustomerAsync(Customer), "PropIQ should have ordered a checkout for Paula at Stripe, but has not");
        await Verdicts.FailsAsync(() => OneCustomerAsync(Customer, Checkout with { Method = "GET" }), "PropIQ should have ordered a checkout for Paula at Stripe, but has not");
        await Verdicts.FailsAsync(() => OneCustomerAsync(Customer, Checkout, Checkout with { IdempotencyKey = " " }), "An order at Stripe for Paula went without a mark against repetition");
        await Verdicts.HoldsAsync(() => OneCustomerAsync(Customer with { Status = 500 }, Customer with { Status = 302 }, Customer with { IdempotencyKey = "mark-3" }, Checkout));
        await Verdicts.HoldsAsync(() => OneCustomerAsync(Customer with { Status = 0 }, Customer, Checkout));
        foreach (var done in (int[])[0, 200, 299])
        {
            await Verdicts.FailsAsync(
                () => OneCustomerAsync(Customer with { Status = done }, Customer with { IdempotencyKey = "mark-3" }, Checkout), "Paula should be one customer at Stripe, but PropIQ's orders have made 2");
        }

        await Verdicts.FailsAsync(
            () => OneCustomerAsync(Checkout, Order("/v1/checkout/sessions", "mark-3", "cus_2")), "Paula's checkouts should all be for one customer, but are for several");
    }

    [Fact]
    public async Task Where_Stripe_cannot_be_seen_that_is_what_is_missing()
    {
        var blind = new StripeChecks(stage.Target with { Stripe = null });

        (await FluentActions.Awaiting(() => blind.NoCheckoutShouldBeOpenAsync(Paula, Cancellation)).Should().ThrowAsync<MissingCapabilityException>())
            .Which.Capability.Should().Be("stripe-mock");
    }

    public void Dispose() => stage.Dispose();

    private static StripeCall Order(string path, string mark, string? customer = null) =>
        new("POST", path, customer is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["customer"] = customer }, mark, 200, Made.Then);

    private Task FailsAsync(string sentence, params StripeCheckout[] checkouts) => Verdicts.FailsAsync(() => OpenAsync("cs_1", Page, checkouts), sentence);

    private Task OpenAsync(string id, string? url, params StripeCheckout[] checkouts)
    {
        Paula.Having(Made.Worked(new CheckoutSession(id, url), "check out"));
        Hold(checkouts);
        return checks.CheckoutShouldBeOpenAsync(Paula, PlanTable.Contract.Named("Pro"), 99, Cancellation);
    }

    private Task NoneOpenAsync(params StripeCheckout[] checkouts)
    {
        Hold(checkouts);
        return checks.NoCheckoutShouldBeOpenAsync(Paula, Cancellation);
    }

    private Task OneCustomerAsync(params StripeCall[] calls)
    {
        stage.Stripe.Calls = calls;
        return checks.ShouldBeOneCustomerAsync(Paula, Cancellation);
    }

    private void Hold(StripeCheckout[] checkouts) => stage.Stripe.Customer = new StripeCustomer("cus_1", Paula.Email, [], checkouts);
}
