using FluentAssertions;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

public sealed class SubscriptionsApiTests
{
    private static async Task<(string Id, string Item)> SubscribedAsync(StripeRig rig, string tier = "pro", string card = StripeRig.Good)
    {
        var subscription = await rig.SubscribedAsync(tier, card);
        var read = await rig.ReadAsync($"/v1/subscriptions/{subscription.Id}");
        return (subscription.Id, read["items"].GetProperty("data")[0].GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task A_subscription_carries_its_period_on_its_items()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);

        var read = await rig.ReadAsync($"/v1/subscriptions/{id}");

        id.Should().StartWith("sub_1");
        item.Should().StartWith("si_");
        read["object"].GetString().Should().Be("subscription");
        read.Json.TryGetProperty("current_period_start", out _).Should().BeFalse();
        var only = read["items"].GetProperty("data").EnumerateArray().Should().ContainSingle().Subject;
        only.GetProperty("price").GetProperty("id").GetString().Should().Be("price_pro");
        only.GetProperty("quantity").GetInt32().Should().Be(1);
        only.GetProperty("current_period_start").GetInt64().Should().Be(StripeRig.Start.ToUnixTimeSeconds());
        only.GetProperty("current_period_end").GetInt64().Should().Be(StripeRig.Start.AddMonths(1).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_cancellation_at_the_periods_end_is_noted_and_taken_back()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, _) = await SubscribedAsync(rig);

        var noted = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", "cancel_at_period_end=true");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);
        var previous = rig.Webhook.Arrivals[^1].Json.GetProperty("data").GetProperty("previous_attributes");
        var taken = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", "cancel_at_period_end=false");

        noted["status"].GetString().Should().Be("active");
        noted["cancel_at"].GetInt64().Should().Be(StripeRig.Start.AddMonths(1).ToUnixTimeSeconds());
        previous.GetProperty("cancel_at_period_end").GetBoolean().Should().BeFalse();
        taken["cancel_at_period_end"].GetBoolean().Should().BeFalse();
        taken["canceled_at"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_canceled_subscription_is_over_for_good()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, item) = await SubscribedAsync(rig);

        var canceled = await rig.CallAsync("DELETE", $"/v1/subscriptions/{id}");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);
        var again = await rig.CallAsync("DELETE", $"/v1/subscriptions/{id}");
        var change = await rig.CallAsync("POST", $"/v1/subscriptions/{id}", $"items[0][id]={item}&items[0][price]=price_elite");

        canceled["status"].GetString().Should().Be("canceled");
        rig.Webhook.Types[^1].Should().Be("customer.subscription.deleted");
        again.Status.Should().Be(404);
        change.Status.Should().Be(400);
        (await rig.ReadAsync($"/v1/subscriptions/{id}"))["status"].GetString().Should().Be("canceled");
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_the_webhook()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, _) = await SubscribedAsync(rig);
        var answered = new TaskCompletionSource();
        rig.Webhook.Answer = async (_, _, _) =>
        {
            await answered.Task;
            return new(200, "");
        };

        await rig.CallAsync("DELETE", $"/v1/subscriptions/{id}");
        answered.SetResult();
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        (await rig.Mock.DeliveriesAsync(StripeRig.Email, StripeRig.Token))[^1].Should().BeEquivalentTo(new { Type = "customer.subscription.deleted", Status = 200 });
    }

    [Fact]
    public async Task Subscriptions_are_listed_by_customer_without_the_canceled_ones()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, _) = await SubscribedAsync(rig);
        await rig.CallAsync("DELETE", $"/v1/subscriptions/{id}");
        var kept = await rig.Mock.SeedSubscriptionAsync(StripeRig.Email, "pro", StripeRig.Start, StripeRig.Start.AddMonths(1), StripeRig.Token);

        var running = await rig.CallAsync("GET", "/v1/subscriptions", $"customer={kept.CustomerId}");
        var all = await rig.CallAsync("GET", "/v1/subscriptions", $"customer={kept.CustomerId}&status=all");

        running["data"].EnumerateArray().Select(each => each.GetProperty("id").GetString()).Should().Equal(kept.Id);
        all["data"].GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task The_reason_of_a_failure_is_found_as_in_this_version_of_the_api()
    {
        await using var rig = await StripeRig.StartAsync();
        var (id, _) = await SubscribedAsync(rig);
        await rig.Mock.RenewAsync(id, StripeRig.NoFunds, StripeRig.Token);
        var invoice = (await rig.ReadAsync($"/v1/subscriptions/{id}"))["latest_invoice"].GetString();

        var payments = await rig.CallAsync("GET", "/v1/invoice_payments", $"invoice={invoice}&expand[]=data.payment.payment_intent");
        var read = await rig.ReadAsync($"/v1/invoices/{invoice}");

        payments["data"][0].GetProperty("payment").GetProperty("payment_intent").GetProperty("last_payment_error").GetProperty("decline_code")
            .GetString().Should().Be("insufficient_funds");
        read.Json.TryGetProperty("payment_intent", out _).Should().BeFalse();
    }
}
