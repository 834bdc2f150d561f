using FluentAssertions;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions.Live;

/// <summary>Stripe's events against a running host: each takes effect once, or not at all.</summary>
public sealed class EventLifeTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renewal_begins_the_count_again_once_however_often_it_is_told()
    {
        using var ben = await OnAsync("pro", used: 20);
        var renewal = await ben.Stripe.RenewAsync(ben.Seeded!.Id, null, Cancelled);
        (await ben.ProfileAsync()).Usage!.Used.Should().Be(0);

        foreach (var id in renewal.EventIds)
        {
            (await ben.Stripe.DeliverAsync(id, new Signing(), 8, Cancelled)).Should().OnlyContain(attempt => attempt.Status == 200);
        }

        (await ben.SlackAsync()).Should().ContainSingle().Which.Should().Contain("Recurring payment").And.Contain("$99.00");
        (await ben.SubscriptionAsync()).CurrentPeriodEnd.Should().BeAfter(ben.Seeded.CurrentPeriodEnd);
    }

    [Fact]
    public async Task Copies_that_arrive_at_the_same_instant_are_one()
    {
        using var ben = await OnAsync("pro");
        var failed = await ben.Stripe.ComposeAsync(ben.Email, "invoice.payment_failed", new StripeEventChanges(DeclineCode: "lost_card"), Cancelled);

        (await ben.Stripe.DeliverAsync(failed.Id, new Signing(), 10, Cancelled)).Should().OnlyContain(attempt => attempt.Status == 200);

        (await ben.SlackAsync()).Should().ContainSingle().Which.Should().Contain("Payment failed").And.Contain("lost_card");
        var profile = await ben.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus).Should().Be(("pro", "past_due"));
    }

    [Fact]
    public async Task Our_own_failure_has_it_delivered_again_and_counts_for_nothing()
    {
        using var ben = await OnAsync("pro", used: 20);
        var renewal = await ben.Stripe.ComposeAsync(ben.Email, "invoice.payment_succeeded", new StripeEventChanges(), Cancelled);

        await ben.StallAsync(30);
        var stalled = await ben.Stripe.DeliverAsync(renewal.Id, new Signing(), 1, Cancelled);
        await ben.ReleaseAsync();
        (await ben.ProfileAsync()).Usage!.Used.Should().Be(20);

        stalled.Should().ContainSingle(attempt => attempt.Status == 500);
        (await ben.Stripe.DeliverAsync(renewal.Id, new Signing(), 1, Cancelled)).Should().ContainSingle(attempt => attempt.Status == 200);
        (await ben.ProfileAsync()).Usage!.Used.Should().Be(0);
    }

    [Fact]
    public async Task The_end_leads_back_to_free_with_the_count_and_the_history()
    {
        using var ben = await OnAsync("pro", used: 20);

        await ben.Stripe.EndAsync(ben.Seeded!.Id, Cancelled);

        var profile = await ben.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus, profile.Usage!.Used, profile.Usage.Remaining).Should().Be(("free", "canceled", 20, 0));
        (await ben.SubscriptionAsync()).Should().BeEquivalentTo(new { Tier = "free", Status = "canceled", CancelAtPeriodEnd = false });
        (await ben.SlackAsync()).Should().ContainSingle().Which.Should().Contain("Subscription canceled");
        (await ben.Api.GetHistoryAsync(ben.Token, null, null, Cancelled)).Value!.Total.Should().Be(20);
    }

    [Fact]
    public async Task A_failed_payment_without_a_subscription_is_told()
    {
        using var frank = await OnAsync("free");

        await frank.Stripe.FailPaymentAsync(frank.Email, "insufficient_funds", Cancelled);

        var profile = await frank.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus).Should().Be(("free", "none"));
        profile.LastPaymentError.Should().Contain("insufficient_funds");
    }

    [Theory]
    [InlineData("invoice.payment_failed")]
    [InlineData("customer.subscription.deleted")]
    [InlineData("checkout.session.completed")]
    public async Task Unknown_customers_change_nothing(string type)
    {
        using var frank = await OnAsync("free");
        var stranger = await frank.Stripe.ComposeAsync(frank.Email, type, new StripeEventChanges(CustomerId: "cus_stranger"), Cancelled);

        (await frank.Stripe.DeliverAsync(stranger.Id, new Signing(), 1, Cancelled)).Should().ContainSingle(attempt => attempt.Status == 200);

        var profile = await frank.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus, profile.LastPaymentError).Should().Be(("free", "none", null));
        (await frank.SlackAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Forgery.Unsigned, 0, 400)]
    [InlineData(Forgery.WrongSecret, 0, 400)]
    [InlineData(Forgery.TamperedBody, 0, 400)]
    [InlineData(Forgery.Garbled, 0, 400)]
    [InlineData(Forgery.None, 310, 400)]
    [InlineData(Forgery.None, -310, 400)]
    [InlineData(Forgery.None, 290, 200)]
    [InlineData(Forgery.None, -290, 200)]
    [InlineData(Forgery.RightSignatureLast, 0, 200)]
    public async Task Only_Stripe_is_believed(Forgery forgery, int age, int status)
    {
        using var ben = await OnAsync("pro");
        var failed = await ben.Stripe.ComposeAsync(ben.Email, "invoice.payment_failed", new StripeEventChanges(), Cancelled);

        var attempts = await ben.Stripe.DeliverAsync(failed.Id, new Signing(TimeSpan.FromSeconds(age), forgery), 1, Cancelled);

        attempts.Should().ContainSingle(attempt => attempt.Status == status);
        (await ben.ProfileAsync()).SubscriptionStatus.Should().Be(status == 200 ? "past_due" : "active");
    }

    [Theory]
    [InlineData("not JSON", 400, "invalid_payload")]
    [InlineData("{}", 400, "invalid_payload")]
    [InlineData("""{"id":"evt_of_next_year_1","type":"a.type.of.next.year"}""", 200, "received")]
    public async Task What_is_no_event_is_refused_and_what_is_unknown_is_not(string body, int status, string word)
    {
        using var ben = await OnAsync("free");
        var odd = await ben.Stripe.ComposeAsync(ben.Email, "odd", new StripeEventChanges(RawBody: body), Cancelled);

        var attempt = (await ben.Stripe.DeliverAsync(odd.Id, new Signing(), 1, Cancelled)).Single();

        attempt.Status.Should().Be(status);
        attempt.ResponseBody.Should().Contain(word);
    }

    private async Task<Subscriber> OnAsync(string tier, int used = 0)
    {
        PropIqHost host = await (await sandbox.WorldAsync()).SharedHost;
        return await Subscriber.OnAsync(host, tier, used);
    }
}
