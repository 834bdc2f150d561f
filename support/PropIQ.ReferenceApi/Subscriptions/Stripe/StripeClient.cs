using System.Text.Json;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>Stripe's API, as far as PropIQ uses it. Parameters are named as Stripe names them.</summary>
public sealed class StripeClient(StripeHttp http, ReferenceApiOptions options) : IStripeClient
{
    /// <inheritdoc />
    public async Task<string> CreateCustomerAsync(NewCustomer customer, string idempotencyKey, CancellationToken cancellationToken)
    {
        var answer = await http.PostAsync(
            "v1/customers",
            [new("email", customer.Email), new("metadata[user_id]", customer.UserId.ToString())],
            idempotencyKey,
            cancellationToken);
        return answer.Text("id") ?? throw StripeHttp.Unavailable("a customer without an id");
    }

    /// <inheritdoc />
    public async Task<OpenedCheckout> OpenCheckoutAsync(NewCheckout checkout, string idempotencyKey, CancellationToken cancellationToken)
    {
        var userId = checkout.UserId.ToString();
        var answer = await http.PostAsync(
            "v1/checkout/sessions",
            [
                new("mode", "subscription"),
                new("customer", checkout.CustomerId),
                new("client_reference_id", userId),
                new("line_items[0][price]", checkout.PriceId),
                new("line_items[0][quantity]", "1"),
                new("success_url", Page("?checkout=success&session_id={CHECKOUT_SESSION_ID}")),
                new("cancel_url", Page("?checkout=canceled")),
                new("metadata[user_id]", userId),
                new("metadata[tier]", checkout.Tier),
                new("subscription_data[metadata][user_id]", userId),
                new("subscription_data[metadata][tier]", checkout.Tier),
            ],
            idempotencyKey,
            cancellationToken);
        return answer.Text("id") is { } id && answer.Text("url") is { } url
            ? new OpenedCheckout(id, url)
            : throw StripeHttp.Unavailable("a checkout without an id or a page");
    }

    /// <inheritdoc />
    public async Task<StripeSubscription> ReadSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        Readable(await http.GetAsync(Path(subscriptionId), cancellationToken));

    /// <inheritdoc />
    public async Task<StripeSubscription> ChangePriceAsync(PriceChange change, string idempotencyKey, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("items[0][id]", change.ItemId),
            new("items[0][price]", change.PriceId),
            new("proration_behavior", "create_prorations"),
            new("metadata[tier]", change.Tier),
        ];
        if (change.Resumes)
        {
            form.Add(new("cancel_at_period_end", "false"));
        }

        return Readable(await http.PostAsync(Path(change.SubscriptionId), form, idempotencyKey, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<StripeSubscription> EndWithPeriodAsync(string subscriptionId, string idempotencyKey, CancellationToken cancellationToken) =>
        Readable(await http.PostAsync(Path(subscriptionId), [new("cancel_at_period_end", "true")], idempotencyKey, cancellationToken));

    /// <inheritdoc />
    public Task CancelAsync(string subscriptionId, CancellationToken cancellationToken) =>
        http.DeleteAsync(Path(subscriptionId), cancellationToken);

    private static string Path(string subscriptionId) => $"v1/subscriptions/{Uri.EscapeDataString(subscriptionId)}";

    private static StripeSubscription Readable(JsonElement answer) =>
        StripeObjectReader.Subscription(answer) ?? throw StripeHttp.Unavailable("a subscription without an id");

    private string Page(string query) => options.AppUrl.AbsoluteUri.TrimEnd('/') + "/" + query;
}
