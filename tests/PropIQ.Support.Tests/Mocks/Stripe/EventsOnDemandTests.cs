using System.Text.Json;
using FluentAssertions;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>Events that the director asks for: simulated ones, that happen, and composed ones, that only say so.</summary>
public sealed class EventsOnDemandTests
{
    private static JsonElement Read(StripeEvent made) => JsonDocument.Parse(made.Json).RootElement;

    private static JsonElement ObjectOf(StripeEvent made) => Read(made).GetProperty("data").GetProperty("object");

    private static Task<DeliveryAttempt> SendAsync(StripeRig rig, string type, string tier = "pro", decimal amount = 99m, string? reason = null) =>
        rig.Mock.SendAsync(StripeRig.Email, type, tier, amount, reason, StripeRig.Token);

    private static Task<StripeEvent> ComposeAsync(StripeRig rig, string type, StripeEventChanges changes) =>
        rig.Mock.ComposeAsync(StripeRig.Email, type, changes, StripeRig.Token);

    [Fact]
    public async Task Every_event_has_what_Stripes_own_have()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.SubscribedAsync();

        foreach (var arrival in rig.Webhook.Arrivals.Select(arrival => arrival.Json))
        {
            arrival.GetProperty("id").GetString().Should().MatchRegex("^evt_[A-Za-z0-9]{20,}$");
            arrival.GetProperty("object").GetString().Should().Be("event");
            arrival.GetProperty("api_version").GetString().Should().Be("2025-03-31.basil");
            arrival.GetProperty("created").GetInt64().Should().Be(StripeRig.Start.ToUnixTimeSeconds());
            arrival.GetProperty("livemode").GetBoolean().Should().BeFalse();
            arrival.GetProperty("pending_webhooks").GetInt32().Should().Be(1);
            arrival.GetProperty("request").GetProperty("id").ValueKind.Should().Be(JsonValueKind.Null);
            arrival.GetProperty("request").GetProperty("idempotency_key").ValueKind.Should().Be(JsonValueKind.Null);
            arrival.GetProperty("data").TryGetProperty("previous_attributes", out _).Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_simulated_checkout_pays_the_open_session_of_the_tier()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync("elite");

        var attempt = await SendAsync(rig, "checkout.session.completed", "elite", 149m);

        (attempt.Type, attempt.Status).Should().Be(("checkout.session.completed", 200));
        rig.Webhook.Arrivals.Should().ContainSingle().Which.Object.GetProperty("id").GetString().Should().Be(session);
        (await rig.SubscriptionAsync()).Should().BeEquivalentTo(new { Tier = "elite", Status = "active" });
    }

    [Fact]
    public async Task With_no_session_open_for_the_tier_one_like_the_last_is_made()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.SessionAsync("starter");

        await SendAsync(rig, "checkout.session.completed", "elite", 149m);

        var told = rig.Webhook.Arrivals.Single().Object;
        told.GetProperty("amount_total").GetInt64().Should().Be(14_900);
        told.GetProperty("client_reference_id").GetString().Should().Be("user-1");
        told.GetProperty("metadata").GetProperty("tier").GetString().Should().Be("elite");
        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!.Checkouts.Select(checkout => (checkout.Tier, checkout.Status))
            .Should().Equal(("starter", "open"), ("elite", "complete"));
    }

    [Fact]
    public async Task A_simulated_payment_renews_and_a_simulated_failure_does_not()
    {
        await using var rig = await StripeRig.StartAsync();
        var before = await rig.SubscribedAsync("pro");

        await SendAsync(rig, "invoice.payment_succeeded", amount: 98.5m);
        var renewed = await rig.SubscriptionAsync();
        await SendAsync(rig, "invoice.payment_failed", reason: "Insufficient funds");

        renewed.CurrentPeriodStart.Should().Be(before.CurrentPeriodEnd);
        var (paid, failed) = (rig.Webhook.Arrivals[3], rig.Webhook.Arrivals[4]);
        (paid.Object.GetProperty("billing_reason").GetString(), paid.Object.GetProperty("amount_paid").GetInt64()).Should().Be(("subscription_cycle", 9_850L));
        failed.Object.GetProperty("payment_intent").GetProperty("last_payment_error").GetProperty("decline_code").GetString().Should().Be("insufficient_funds");
        (await rig.SubscriptionAsync()).Status.Should().Be("past_due");
    }

    [Theory]
    [InlineData("customer.subscription.updated", "elite", "active")]
    [InlineData("customer.subscription.deleted", "starter", "canceled")]
    public async Task A_simulated_change_happens(string type, string tier, string status)
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.SubscribedAsync("starter");

        (await SendAsync(rig, type, tier)).Type.Should().Be(type);

        (await rig.SubscriptionAsync()).Should().BeEquivalentTo(new { Tier = tier, Status = status });
    }

    [Fact]
    public async Task A_simulated_event_is_delivered_once_whatever_the_answer()
    {
        await using var rig = await StripeRig.StartAsync();
        rig.Webhook.AnswerWith(500);

        (await SendAsync(rig, "checkout.session.completed")).Status.Should().Be(500);
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        rig.Time.AnyoneWaits().Should().BeFalse();
    }

    [Fact]
    public async Task Events_of_other_types_are_about_the_customer()
    {
        await using var rig = await StripeRig.StartAsync();
        var customer = await rig.CustomerAsync();

        (await SendAsync(rig, "customer.updated")).Type.Should().Be("customer.updated");

        rig.Webhook.Arrivals.Single().Object.GetProperty("id").GetString().Should().Be(customer);
    }

    [Fact]
    public async Task Composing_changes_nothing_and_sends_nothing()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.PayAsync(await rig.SessionAsync("pro"), delivery: Delivery.Held);
        var before = await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token);
        var latest = (await rig.ReadAsync($"/v1/subscriptions/{before!.Subscriptions[0].Id}")).Text;

        foreach (var type in new[]
        {
            "checkout.session.completed", "checkout.session.expired", "customer.subscription.updated", "customer.subscription.deleted",
            "invoice.payment_succeeded", "invoice.payment_failed", "something.else",
        })
        {
            (await ComposeAsync(rig, type, new StripeEventChanges())).Type.Should().Be(type);
        }

        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token)).Should().BeEquivalentTo(before);
        (await rig.ReadAsync($"/v1/subscriptions/{before.Subscriptions[0].Id}")).Text.Should().Be(latest);
        (await rig.Mock.RenewAsync(before.Subscriptions[0].Id, null, StripeRig.Token)).AmountUsd.Should().Be(99m, "the drafts owe nothing");
        rig.Webhook.Types.Should().Equal("customer.subscription.updated", "invoice.payment_succeeded");
    }

    [Fact]
    public async Task A_composed_checkout_names_a_subscription_that_can_be_looked_up()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync("elite");

        var made = ObjectOf(await ComposeAsync(rig, "checkout.session.completed", new StripeEventChanges()));

        made.GetProperty("id").GetString().Should().Be(session);
        (made.GetProperty("status").GetString(), made.GetProperty("payment_status").GetString()).Should().Be(("complete", "paid"));
        var named = await rig.ReadAsync($"/v1/subscriptions/{made.GetProperty("subscription").GetString()}");
        named["items"].GetProperty("data")[0].GetProperty("price").GetProperty("id").GetString().Should().Be("price_elite");
        (await rig.ReadAsync($"/v1/checkout/sessions/{session}"))["status"].GetString().Should().Be("open");
        (await rig.PayAsync(session)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task Changes_are_written_into_a_composed_invoice()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.SubscribedAsync("pro");
        var start = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var created = StripeRig.Start.AddDays(-3);

        var made = await ComposeAsync(rig, "invoice.payment_succeeded",
            new StripeEventChanges(Created: created, SubscriptionId: "sub_other", Tier: "elite", BillingReason: "subscription_update", PeriodStart: start, CustomerId: "cus_other"));

        made.Created.Should().Be(created);
        Read(made).GetProperty("created").GetInt64().Should().Be(created.ToUnixTimeSeconds());
        var invoice = ObjectOf(made);
        invoice.GetProperty("customer").GetString().Should().Be("cus_other");
        invoice.GetProperty("billing_reason").GetString().Should().Be("subscription_update");
        invoice.GetProperty("amount_paid").GetInt64().Should().Be(14_900);
        invoice.GetProperty("parent").GetProperty("subscription_details").GetProperty("subscription").GetString().Should().Be("sub_other");
        var period = invoice.GetProperty("lines").GetProperty("data")[0].GetProperty("period");
        (period.GetProperty("start").GetInt64(), period.GetProperty("end").GetInt64()).Should().Be((start.ToUnixTimeSeconds(), start.AddMonths(1).ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task A_composed_renewal_is_for_the_next_period_unless_told_otherwise()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync("pro");

        var invoice = ObjectOf(await ComposeAsync(rig, "invoice.payment_succeeded", new StripeEventChanges()));

        invoice.GetProperty("billing_reason").GetString().Should().Be("subscription_cycle");
        invoice.GetProperty("lines").GetProperty("data")[0].GetProperty("period").GetProperty("start").GetInt64().Should().Be(subscription.CurrentPeriodEnd.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Changes_are_written_into_a_composed_subscription()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.SubscribedAsync("pro");

        var updated = await ComposeAsync(rig, "customer.subscription.updated", new StripeEventChanges(Tier: "elite", PeriodStart: StripeRig.Start.AddMonths(2)));
        var deleted = await ComposeAsync(rig, "customer.subscription.deleted", new StripeEventChanges(SubscriptionId: "sub_other"));

        var item = ObjectOf(updated).GetProperty("items").GetProperty("data")[0];
        item.GetProperty("price").GetProperty("id").GetString().Should().Be("price_elite");
        item.GetProperty("current_period_start").GetInt64().Should().Be(StripeRig.Start.AddMonths(2).ToUnixTimeSeconds());
        Read(updated).GetProperty("data").GetProperty("previous_attributes").TryGetProperty("items", out _).Should().BeTrue();
        (ObjectOf(deleted).GetProperty("id").GetString(), ObjectOf(deleted).GetProperty("status").GetString()).Should().Be(("sub_other", "canceled"));
    }

    [Fact]
    public async Task A_composed_failure_carries_its_reason_and_an_unpaid_checkout_its_status()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.SessionAsync();

        var failure = ObjectOf(await ComposeAsync(rig, "invoice.payment_failed", new StripeEventChanges(DeclineCode: "expired_card")));
        var unpaid = ObjectOf(await ComposeAsync(rig, "checkout.session.completed", new StripeEventChanges(PaymentStatus: "unpaid")));

        failure.GetProperty("payment_intent").GetProperty("last_payment_error").GetProperty("code").GetString().Should().Be("expired_card");
        unpaid.GetProperty("payment_status").GetString().Should().Be("unpaid");
    }

    [Fact]
    public async Task An_unknown_event_cannot_be_delivered()
    {
        await using var rig = await StripeRig.StartAsync();

        var deliver = () => rig.Mock.DeliverAsync("evt_no", new Signing(), 1, StripeRig.Token);

        await deliver.Should().ThrowAsync<ArgumentException>();
    }
}
