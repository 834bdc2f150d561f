using System.Text;
using PropIQ.Client.Contract;
using PropIQ.Client.Http;

namespace PropIQ.Client;

/// <content>Subscriptions (section 5).</content>
public sealed partial class PropIqClient
{
    /// <summary>Opens a checkout (clause 5.1).</summary>
    public Task<Answer<CheckoutSession>> OpenCheckoutAsync(string? accessToken, string? tier, string? priceId, CancellationToken cancellation) =>
        caller.JsonAsync<CheckoutSession>(
            Call.Post("/stripe/create-checkout-session", new { Tier = tier, PriceId = priceId }, accessToken),
            cancellation);

    /// <summary>The caller's subscription (clause 5.2).</summary>
    public Task<Answer<Subscription>> GetSubscriptionAsync(string? accessToken, CancellationToken cancellation) =>
        caller.JsonAsync<Subscription>(Call.Get("/stripe/subscription", accessToken), cancellation);

    /// <summary>Changes the plan (clause 5.3); <paramref name="confirm"/> null is not sent.</summary>
    public Task<Answer<PlanChange>> ChangePlanAsync(string? accessToken, string? tier, bool? confirm, CancellationToken cancellation) =>
        caller.JsonAsync<PlanChange>(Call.Post("/stripe/change-plan", new { Tier = tier, Confirm = confirm }, accessToken), cancellation);

    /// <summary>Delivers a webhook (clause 5.4), the body byte for byte as it was signed; null sends no signature.</summary>
    public Task<Answer<Nothing>> SendWebhookAsync(string rawBody, string? signatureHeader, CancellationToken cancellation) =>
        caller.NothingAsync(
            Call.Post("/stripe/webhook", Encoding.UTF8.GetBytes(rawBody)) with
            {
                Headers = signatureHeader is null ? [] : [KeyValuePair.Create("Stripe-Signature", signatureHeader)],
            },
            cancellation);
}
