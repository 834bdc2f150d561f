using FluentAssertions;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>Changes of a subscription by the API, and what they cost.</summary>
public sealed class PlanChangesTests
{
    private static async Task<(string Id, string Item)> SubscribedAsync(StripeRig rig, string tier = "pro", string card = StripeRig.Good)
    {
        var subscription = await rig.SubscribedAsync(tier, card);
        var read = await rig.ReadAsync($"/v1/subscriptions/{subscription.Id}");
        return (subscription.Id, read["items"].GetProperty("data")[0].GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task Another_price_for_the_item_changes_the_tier_and_tells_what_was()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);

        var changed = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_elite&metadata[tier]=elite", key: "change-1");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        changed["items"].GetProperty("data")[0].GetProperty("price").GetProperty("id").GetString().Should().Be("price_elite");
        (await rig.SubscriptionAsync()).Tier.Should().Be("elite");
        rig.Webhook.Types.Skip(3).Should().Equal("customer.subscription.updated");
        var told = rig.Webhook.Arrivals[^1].Json;
        told.GetProperty("data").GetProperty("previous_attributes").GetProperty("items").GetProperty("data")[0]
            .GetProperty("price").GetProperty("id").GetString().Should().Be("price_pro");
        told.GetProperty("request").GetProperty("id").GetString().Should().StartWith("req_");
        told.GetProperty("request").GetProperty("idempotency_key").GetString().Should().Be("change-1");
    }

    [Fact]
    public async Task A_proration_waits_for_the_next_invoice()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);
        rig.Time.Advance(TimeSpan.FromDays(14));
        await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_elite");

        var renewal = await rig.Mock.RenewAsync(id, null, StripeRig.Token);

        // 28 days from 31 January to 28 February; half of them were left: half of 149 - 99 on top of 149.
        renewal.AmountUsd.Should().Be(149m + 25m);
    }

    [Fact]
    public async Task A_proration_asked_for_at_once_is_invoiced_as_an_update()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);
        rig.Time.Advance(TimeSpan.FromDays(14));

        await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_elite&proration_behavior=always_invoice");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        rig.Webhook.Types.Skip(3).Should().Equal("customer.subscription.updated", "invoice.payment_succeeded");
        var invoice = rig.Webhook.Arrivals[^1].Object;
        invoice.GetProperty("billing_reason").GetString().Should().Be("subscription_update");
        invoice.GetProperty("amount_paid").GetInt64().Should().Be(2_500);
        invoice.GetProperty("lines").GetProperty("data").EnumerateArray().Select(line => line.GetProperty("amount").GetInt64()).Should().Equal(-4_950, 7_450);
    }

    [Fact]
    public async Task What_a_downgrade_gives_back_pays_the_next_invoice()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig, "elite");
        rig.Time.Advance(TimeSpan.FromDays(14));
        await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_pro&proration_behavior=always_invoice");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        var given = rig.Webhook.Arrivals[^1].Object;
        var renewal = await rig.Mock.RenewAsync(id, null, StripeRig.Token);

        (given.GetProperty("amount_due").GetInt64(), given.GetProperty("status").GetString()).Should().Be((0L, "paid"));
        renewal.AmountUsd.Should().Be(99m - 25m);
    }

    [Fact]
    public async Task No_proration_costs_nothing()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);
        await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_elite&proration_behavior=none");

        (await rig.Mock.RenewAsync(id, null, StripeRig.Token)).AmountUsd.Should().Be(149m);
    }

    [Fact]
    public async Task A_new_anchor_begins_a_period_at_once()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);
        rig.Time.Advance(TimeSpan.FromDays(14));

        await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_elite&billing_cycle_anchor=now");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        (await rig.SubscriptionAsync()).CurrentPeriodStart.Should().Be(StripeRig.Start.AddDays(14));
        rig.Webhook.Arrivals[^1].Object.GetProperty("amount_paid").GetInt64().Should().Be(14_900 - 4_950);
    }

    [Fact]
    public async Task A_proration_that_is_declined_leaves_it_past_due_or_undoes_the_change()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig, card: StripeRig.FailsLater);
        var form = $"items[0][id]={item}&items[0][price]=price_elite&proration_behavior=always_invoice";

        var refused = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", form + "&payment_behavior=error_if_incomplete");
        var tierAfterRefusal = (await rig.SubscriptionAsync()).Tier;
        var allowed = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", form);
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        (refused.Status, refused.ErrorCode).Should().Be((402, "card_declined"));
        refused.Error.GetProperty("type").GetString().Should().Be("card_error");
        refused.Error.GetProperty("decline_code").GetString().Should().Be("generic_decline");
        tierAfterRefusal.Should().Be("pro");
        allowed["status"].GetString().Should().Be("past_due");
        rig.Webhook.Types[^1].Should().Be("invoice.payment_failed");
    }

    [Fact]
    public async Task An_item_without_an_id_is_one_more()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, _) = await SubscribedAsync(rig);

        var changed = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", "items[0][price]=price_elite");

        changed["items"].GetProperty("data").EnumerateArray().Select(each => each.GetProperty("price").GetProperty("id").GetString()).Should().Equal("price_pro", "price_elite");
    }

    [Theory]
    [InlineData("items[0][price]=price_pro", "items[0][price]")]
    [InlineData("items[0][price]=price_no", "items[0][price]")]
    [InlineData("items[0][id]=si_no&items[0][price]=price_elite", "items[0][id]")]
    [InlineData("items[0][quantity]=2", "items[0][price]")]
    [InlineData("items[0][id]=ITEM&items[0][deleted]=true", "items")]
    [InlineData("cancel_at_period_end=maybe", "cancel_at_period_end")]
    [InlineData("proration_behavior=some", "proration_behavior")]
    [InlineData("price=price_elite", "price")]
    public async Task Wrong_changes_are_refused_and_change_nothing(string form, string param)
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);
        var before = (await rig.ReadAsync($"/v1/subscriptions/{id}")).Text;

        var reply = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", form.Replace("ITEM", item, StringComparison.Ordinal));

        (reply.Status, reply.Param).Should().Be((400, param));
        (await rig.ReadAsync($"/v1/subscriptions/{id}")).Text.Should().Be(before);
    }

    [Fact]
    public async Task A_change_to_what_is_already_so_is_no_news()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, _) = await SubscribedAsync(rig);

        (await rig.CallAsync("POST", $"/v1/subscriptions/{id}", "cancel_at_period_end=false")).Status.Should().Be(200);
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        rig.Webhook.Arrivals.Should().HaveCount(3);
    }
}
