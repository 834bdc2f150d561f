using PropIQ.Support.Tests.Api;

namespace PropIQ.Support.Tests.OpenApi;

/// <content>Payments, plans, webhooks.</content>
internal sealed partial class Tour
{
    private async Task PaymentsAsync()
    {
        using var visitor = await ArriveAsync();
        var client = visitor.Client;
        await client.GetSubscriptionAsync(visitor.Token, Cancellation).Succeeds();
        await client.GetSubscriptionAsync(null, Cancellation).IsRefused(401, "unauthorized");
        await client.OpenCheckoutAsync(visitor.Token, "pro", null, Cancellation).Succeeds();
        await client.OpenCheckoutAsync(visitor.Token, "free", null, Cancellation).IsRefused(422, "unknown_tier");
        await client.OpenCheckoutAsync(visitor.Token, "pro", "price_other", Cancellation).IsRefused(422, "price_mismatch");
        await client.OpenCheckoutAsync(null, "pro", null, Cancellation).IsRefused(401, "unauthorized");
        await visitor.Host.Stripe.FailCallsAsync(visitor.Email, 500, Cancellation);
        await client.OpenCheckoutAsync(visitor.Token, "elite", null, Cancellation).IsRefused(503, "payments_unavailable");
        await visitor.Host.Stripe.HealAsync(visitor.Email, Cancellation);
        await client.ChangePlanAsync(visitor.Token, "pro", null, Cancellation).IsRefused(409, "checkout_required");
        await client.ChangePlanAsync(null, "pro", null, Cancellation).IsRefused(401, "unauthorized");
    }

    private async Task PlansAsync()
    {
        using var visitor = await Visitor.SubscribedAsync(host, "pro", 40, 45, exchanges.Enqueue);
        var client = visitor.Client;
        await client.GetSubscriptionAsync(visitor.Token, Cancellation).Succeeds();
        await client.OpenCheckoutAsync(visitor.Token, "pro", null, Cancellation).IsRefused(409, "already_on_tier");
        await client.ChangePlanAsync(visitor.Token, "pro", null, Cancellation).IsRefused(409, "already_on_tier");
        await client.ChangePlanAsync(visitor.Token, "gold", null, Cancellation).IsRefused(422, "unknown_tier");
        await client.ChangePlanAsync(visitor.Token, "elite", null, Cancellation).Succeeds();
        await client.ChangePlanAsync(visitor.Token, "free", null, Cancellation).Succeeds();
        await client.ChangePlanAsync(visitor.Token, "free", true, Cancellation).Succeeds();
        await client.GetSubscriptionAsync(visitor.Token, Cancellation).Succeeds();
    }

    private async Task WebhooksAsync()
    {
        using var visitor = await ArriveAsync();
        await visitor.Client.SendWebhookAsync("{}", null, Cancellation).IsRefused(400, "invalid_signature");
        await visitor.Client.SendWebhookAsync("{}", StripeSignature.Of("{}", host.Environment.StripeWebhookSecret), Cancellation).IsRefused(400, "invalid_payload");
        const string Unknown = """{"id":"evt_tour_unknown","object":"event","api_version":"2025-03-31","created":1700000000,"type":"customer.created","livemode":false,"data":{"object":{"id":"cus_tour","object":"customer"}}}""";
        await visitor.Client.SendWebhookAsync(Unknown, StripeSignature.Of(Unknown, host.Environment.StripeWebhookSecret), Cancellation).Succeeds();
    }
}
