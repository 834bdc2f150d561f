using FluentAssertions;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions.Live;

/// <summary>Checkouts against a running host, its database and the mock Stripe.</summary>
public sealed class CheckoutLifeTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Delivery.InOrder)]
    [InlineData(Delivery.Reversed)]
    [InlineData(Delivery.AtOnce)]
    public async Task A_paid_checkout_raises_the_limit_and_keeps_the_count(Delivery delivery)
    {
        using var frank = await OnAsync("free", used: 5);

        await frank.BuyAsync("starter", delivery: delivery);

        var profile = await frank.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus, profile.Usage!.Used, profile.Usage.Limit).Should().Be(("starter", "active", 5, 30));
        (await frank.SubscriptionAsync()).CurrentPeriodEnd.Should().BeCloseTo(DateTimeOffset.UtcNow.AddMonths(1), TimeSpan.FromMinutes(1));
        (await frank.SlackAsync()).Should().ContainSingle().Which.Should().Contain("New signup");
    }

    [Fact]
    public async Task A_card_without_funds_leaves_the_reason_until_a_good_one_pays()
    {
        using var frank = await OnAsync("free", used: 5);

        await frank.BuyAsync("starter", Subscriber.EmptyCard);
        var failed = await frank.ProfileAsync();
        await frank.BuyAsync("starter");

        (failed.Tier, failed.SubscriptionStatus).Should().Be(("free", "none"));
        failed.LastPaymentError.Should().Contain("insufficient_funds");
        var paid = await frank.ProfileAsync();
        (paid.Tier, paid.LastPaymentError).Should().Be(("starter", null));
        (await frank.SlackAsync()).Should().HaveCount(2).And.ContainSingle(text => text.Contains("Payment failed"));
    }

    [Fact]
    public async Task An_upgrade_ends_the_former_subscription_at_Stripe_and_its_end_changes_nothing()
    {
        using var paula = await OnAsync("pro", used: 60);

        await paula.BuyAsync("elite");
        await paula.EndedAtStripeAsync(paula.Seeded!.Id);
        await DeliveredAsync(paula, "customer.subscription.deleted");

        var profile = await paula.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus, profile.Usage!.Used, profile.Usage.Limit).Should().Be(("elite", "active", 60, 100));
        (await paula.SlackAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_former_subscription_ends_although_Stripe_was_away()
    {
        using var paula = await OnAsync("pro");
        var session = await paula.OpenCheckoutAsync("elite");
        var held = await paula.Stripe.PayAsync(session.SessionId!, Subscriber.GoodCard, Delivery.Held, Cancelled);

        await paula.Stripe.FailCallsAsync(paula.Email, 500, Cancelled);
        (await DeliverAsync(paula, held.EventIds[0])).Should().Equal(500);
        (await paula.ProfileAsync()).Tier.Should().Be("pro");

        await paula.Stripe.HealAsync(paula.Email, Cancelled);
        (await DeliverAsync(paula, held.EventIds[0])).Should().Equal(200);
        (await paula.ProfileAsync()).Tier.Should().Be("elite");
        await paula.EndedAtStripeAsync(paula.Seeded!.Id);
    }

    [Fact]
    public async Task Nobody_becomes_two_customers()
    {
        using var will = await OnAsync("free");

        await Task.WhenAll(will.OpenCheckoutAsync("starter"), will.OpenCheckoutAsync("elite"), will.OpenCheckoutAsync("pro"));
        await will.OpenCheckoutAsync("starter");

        var calls = await will.Stripe.CallsAsync(will.Email, Cancelled);
        calls.Where(call => call.Method == "POST").Should().OnlyContain(call => call.IdempotencyKey != null);
        var customers = calls.Where(call => call.Path == "/v1/customers").Select(call => call.IdempotencyKey).Distinct();
        customers.Should().ContainSingle();
        (await will.AtStripeAsync())!.Checkouts.Should().HaveCount(4);
        (await will.SubscriptionAsync()).Should().BeEquivalentTo(new { Tier = "free", Status = "none", CancelAtPeriodEnd = false, CurrentPeriodEnd = (DateTimeOffset?)null });
    }

    [Theory]
    [InlineData("gold", null, 422, "unknown_tier")]
    [InlineData("free", null, 422, "unknown_tier")]
    [InlineData("elite", "price_starter", 422, "price_mismatch")]
    [InlineData("pro", "price_starter", 422, "price_mismatch")]
    [InlineData("pro", null, 409, "already_on_tier")]
    public async Task What_makes_no_sense_is_refused(string tier, string? price, int status, string code)
    {
        using var rita = await OnAsync("pro");
        await rita.Stripe.FailCallsAsync(rita.Email, 500, Cancelled);

        var answer = await rita.Api.OpenCheckoutAsync(rita.Token, tier, price, Cancelled);

        (answer.Status, answer.Problem!.Code).Should().Be((status, code));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    public async Task Stripes_failing_is_said_and_passes(int status)
    {
        using var will = await OnAsync("free");
        await will.Stripe.FailCallsAsync(will.Email, status, Cancelled);

        var answer = await will.Api.OpenCheckoutAsync(will.Token, "starter", "price_starter", Cancelled);
        await will.Stripe.HealAsync(will.Email, Cancelled);

        (answer.Status, answer.Problem!.Code).Should().Be((503, "payments_unavailable"));
        await will.OpenCheckoutAsync("starter");
    }

    private static async Task<IEnumerable<int>> DeliverAsync(Subscriber subscriber, string eventId) =>
        (await subscriber.Stripe.DeliverAsync(eventId, new Signing(), 1, Cancelled)).Select(attempt => attempt.Status);

    private static async Task DeliveredAsync(Subscriber subscriber, string type)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (!(await subscriber.Stripe.DeliveriesAsync(subscriber.Email, Cancelled)).Any(it => it.Type == type && it.Status == 200))
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    private async Task<Subscriber> OnAsync(string tier, int used = 0)
    {
        PropIqHost host = await (await sandbox.WorldAsync()).SharedHost;
        return await Subscriber.OnAsync(host, tier, used);
    }
}
