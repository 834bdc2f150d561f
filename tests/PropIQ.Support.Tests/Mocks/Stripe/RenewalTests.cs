using System.Globalization;
using FluentAssertions;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

public sealed class RenewalTests
{
    [Fact]
    public async Task A_renewal_begins_the_next_period_where_the_former_ended()
    {
        await using var rig = await StripeRig.StartAsync();
        var before = await rig.SubscribedAsync("pro");
        rig.Time.Advance(TimeSpan.FromDays(40));

        var outcome = await rig.Mock.RenewAsync(before.Id, null, StripeRig.Token);

        (outcome.Succeeded, outcome.AmountUsd).Should().Be((true, 99m));
        var after = await rig.SubscriptionAsync();
        after.CurrentPeriodStart.Should().Be(before.CurrentPeriodEnd);
        rig.Webhook.Types.Skip(3).Should().Equal("customer.subscription.updated", "invoice.payment_succeeded");
        var updated = rig.Webhook.Arrivals[3];
        updated.Json.GetProperty("data").GetProperty("previous_attributes").GetProperty("items").GetProperty("data")[0]
            .GetProperty("current_period_end").GetInt64().Should().Be(before.CurrentPeriodEnd.ToUnixTimeSeconds());
        var invoice = rig.Webhook.Arrivals[4].Object;
        invoice.GetProperty("billing_reason").GetString().Should().Be("subscription_cycle");
        invoice.GetProperty("amount_paid").GetInt64().Should().Be(9_900);
        var paidFor = invoice.GetProperty("lines").GetProperty("data")[0].GetProperty("period");
        paidFor.GetProperty("start").GetInt64().Should().Be(after.CurrentPeriodStart.ToUnixTimeSeconds());
        paidFor.GetProperty("end").GetInt64().Should().Be(after.CurrentPeriodEnd.ToUnixTimeSeconds());
        invoice.GetProperty("period_end").GetInt64().Should().Be(before.CurrentPeriodEnd.ToUnixTimeSeconds(), "an invoice's own period is the one that ended");
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-28 2026-03-31 2026-04-30 2026-05-31")]
    [InlineData("2028-01-31", "2028-02-29 2028-03-31")]
    [InlineData("2026-12-15", "2027-01-15 2027-02-15")]
    [InlineData("2026-01-28", "2026-02-28 2026-03-28")]
    public async Task Months_keep_the_anchors_day_and_end_where_the_month_ends(string start, string ends)
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.Mock.SetClockAsync(StripeRig.Email, DateTimeOffset.Parse(start + "T09:30:00Z", CultureInfo.InvariantCulture), frozen: true, StripeRig.Token);
        var subscription = await rig.SubscribedAsync();

        var found = new List<DateTimeOffset> { subscription.CurrentPeriodEnd };
        foreach (var _ in ends.Split(' ').Skip(1))
        {
            await rig.Mock.RenewAsync(subscription.Id, null, StripeRig.Token);
            found.Add((await rig.SubscriptionAsync()).CurrentPeriodEnd);
        }

        found.Select(end => end.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Should().Equal(ends.Split(' ').Select(end => end + " 09:30"));
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", "2026-03-31")]
    [InlineData("2026-02-28", "2026-03-31", "2026-04-30")]
    [InlineData("2026-01-10", "2026-02-09", "2026-03-09")]
    public async Task A_seeded_period_tells_its_anchor(string start, string end, string next)
    {
        await using var rig = await StripeRig.StartAsync();
        static DateTimeOffset Day(string text) => DateTimeOffset.Parse(text + "T00:00:00Z", CultureInfo.InvariantCulture);
        var seeded = await rig.Mock.SeedSubscriptionAsync(StripeRig.Email, "pro", Day(start), Day(end), StripeRig.Token);

        await rig.Mock.RenewAsync(seeded.Id, null, StripeRig.Token);

        var renewed = await rig.SubscriptionAsync();
        (renewed.CurrentPeriodStart, renewed.CurrentPeriodEnd).Should().Be((Day(end), Day(next)));
    }

    [Theory]
    [InlineData("4000000000000341", "generic_decline")]
    [InlineData("4000000000009995", "insufficient_funds")]
    [InlineData("4000002500003155", "authentication_required")]
    public async Task A_renewal_that_is_not_paid_leaves_the_subscription_past_due(string card, string reason)
    {
        await using var rig = await StripeRig.StartAsync();
        var before = await rig.SubscribedAsync();

        var outcome = await rig.Mock.RenewAsync(before.Id, card, StripeRig.Token);

        (outcome.Succeeded, outcome.DeclineCode).Should().Be((false, reason));
        var after = await rig.SubscriptionAsync();
        (after.Status, after.CurrentPeriodStart).Should().Be(("past_due", before.CurrentPeriodEnd));
        rig.Webhook.Types.Skip(3).Should().Equal("customer.subscription.updated", "payment_intent.payment_failed", "invoice.payment_failed");
        var updated = rig.Webhook.Arrivals[3];
        updated.Object.GetProperty("status").GetString().Should().Be("past_due");
        updated.Json.GetProperty("data").GetProperty("previous_attributes").GetProperty("status").GetString().Should().Be("active");
        var invoice = rig.Webhook.Arrivals[5].Object;
        invoice.GetProperty("billing_reason").GetString().Should().Be("subscription_cycle");
        invoice.GetProperty("next_payment_attempt").GetInt64().Should().BeGreaterThan(invoice.GetProperty("created").GetInt64());
        invoice.GetProperty("payment_intent").GetProperty("last_payment_error").GetProperty("decline_code").GetString().Should().Be(reason);
    }

    [Fact]
    public async Task A_card_that_fails_later_pays_the_checkout_and_no_renewal()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync(card: StripeRig.FailsLater);

        var renewal = await rig.Mock.RenewAsync(subscription.Id, null, StripeRig.Token);

        renewal.DeclineCode.Should().Be("generic_decline");
    }

    [Fact]
    public async Task A_card_that_was_authenticated_once_is_not_asked_again()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();
        await rig.PayAsync(session, StripeRig.Asks);
        await rig.Mock.AuthenticateAsync(session, passes: true, Delivery.InOrder, StripeRig.Token);

        (await rig.Mock.RenewAsync((await rig.SubscriptionAsync()).Id, null, StripeRig.Token)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task An_unpaid_renewal_is_charged_again_before_a_further_one()
    {
        await using var rig = await StripeRig.StartAsync();
        var before = await rig.SubscribedAsync();
        await rig.Mock.RenewAsync(before.Id, StripeRig.NoFunds, StripeRig.Token);

        var paid = await rig.Mock.RenewAsync(before.Id, StripeRig.Good, StripeRig.Token);

        paid.Succeeded.Should().BeTrue();
        var after = await rig.SubscriptionAsync();
        (after.Status, after.CurrentPeriodStart).Should().Be(("active", before.CurrentPeriodEnd));
        var invoices = rig.Webhook.Arrivals.Where(arrival => arrival.Object.GetProperty("object").GetString() == "invoice").Skip(1).ToList();
        invoices.Select(arrival => arrival.Object.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
        invoices[^1].Object.GetProperty("attempt_count").GetInt64().Should().Be(2);
    }

    [Fact]
    public async Task A_failed_payment_keeps_the_period_and_the_next_renewal_moves_it()
    {
        await using var rig = await StripeRig.StartAsync();
        var before = await rig.SubscribedAsync();

        await rig.Mock.FailPaymentAsync(StripeRig.Email, "expired_card", StripeRig.Token);
        var failed = await rig.SubscriptionAsync();
        await rig.Mock.RenewAsync(before.Id, null, StripeRig.Token);
        var renewed = await rig.SubscriptionAsync();

        (failed.Status, failed.CurrentPeriodEnd).Should().Be(("past_due", before.CurrentPeriodEnd));
        (renewed.Status, renewed.CurrentPeriodStart).Should().Be(("active", before.CurrentPeriodEnd));
    }

    [Fact]
    public async Task A_failed_payment_of_somebody_without_a_subscription_names_none()
    {
        await using var rig = await StripeRig.StartAsync();
        var customer = await rig.CustomerAsync();

        await rig.Mock.FailPaymentAsync(StripeRig.Email, "insufficient_funds", StripeRig.Token);

        var invoice = rig.Webhook.Arrivals[^1].Object;
        rig.Webhook.Types[^1].Should().Be("invoice.payment_failed");
        invoice.GetProperty("customer").GetString().Should().Be(customer);
        invoice.GetProperty("parent").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        invoice.GetProperty("payment_intent").GetProperty("last_payment_error").GetProperty("decline_code").GetString().Should().Be("insufficient_funds");
    }

    [Fact]
    public async Task A_subscription_to_be_canceled_ends_instead_of_renewing()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        await rig.CallAsync("POST", $"/v1/subscriptions/{subscription.Id}", "cancel_at_period_end=true");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        var outcome = await rig.Mock.RenewAsync(subscription.Id, null, StripeRig.Token);

        outcome.Succeeded.Should().BeFalse();
        rig.Webhook.Types[^1].Should().Be("customer.subscription.deleted");
        (await rig.SubscriptionAsync()).Status.Should().Be("canceled");
    }

    [Fact]
    public async Task What_has_ended_neither_renews_nor_ends_again()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        await rig.Mock.EndAsync(subscription.Id, StripeRig.Token);

        var renew = () => rig.Mock.RenewAsync(subscription.Id, null, StripeRig.Token);
        var end = () => rig.Mock.EndAsync(subscription.Id, StripeRig.Token);

        var told = rig.Webhook.Arrivals[^1];
        told.Type.Should().Be("customer.subscription.deleted");
        told.Object.GetProperty("status").GetString().Should().Be("canceled");
        told.Object.GetProperty("ended_at").GetInt64().Should().Be(StripeRig.Start.ToUnixTimeSeconds());
        await renew.Should().ThrowAsync<InvalidOperationException>();
        await end.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_seeded_subscription_is_paid_for_and_untold()
    {
        await using var rig = await StripeRig.StartAsync();
        var start = StripeRig.Start.AddDays(-5).AddMilliseconds(250);

        var seeded = await rig.Mock.SeedSubscriptionAsync(StripeRig.Email, "elite", start, start.AddMonths(1), StripeRig.Token);

        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!.Subscriptions.Should().Equal(seeded);
        seeded.Should().BeEquivalentTo(new { Tier = "elite", Status = "active", CurrentPeriodStart = StripeRig.Start.AddDays(-5) });
        (await rig.Mock.EventsAsync(StripeRig.Email, StripeRig.Token)).Should().BeEmpty();
        var read = await rig.CallAsync("GET", $"/v1/subscriptions/{seeded.Id}", "expand[]=latest_invoice&expand[1]=customer");
        read["latest_invoice"].GetProperty("status").GetString().Should().Be("paid");
        read["customer"].GetProperty("email").GetString().Should().Be(StripeRig.Email);
    }
}
