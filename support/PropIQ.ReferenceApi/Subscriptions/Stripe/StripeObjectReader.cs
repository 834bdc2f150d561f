using System.Text.Json;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>Reads Stripe's objects in whichever API version they are written: members have moved over the years.</summary>
internal static class StripeObjectReader
{
    /// <summary>A subscription; null without what every subscription has: an id, a customer, and a period.</summary>
    public static StripeSubscription? Subscription(JsonElement json)
    {
        // The period has been on the items since 2025-03-31, and on the subscription before.
        var item = json.Data("items").FirstOrDefault();
        if (json.Text("id") is not { Length: > 0 } id
            || json.Reference("customer") is not { } customer
            || (item.Time("current_period_start") ?? json.Time("current_period_start")) is not { } start
            || (item.Time("current_period_end") ?? json.Time("current_period_end")) is not { } end)
        {
            return null;
        }

        return new StripeSubscription(
            id,
            customer,
            StripeStatuses.Meaning(json.Text("status")),
            item.Text("id"),
            item.Reference("price"),
            start,
            end,
            json.Flag("cancel_at_period_end"),
            json.Text("metadata", "tier"),
            json.Text("metadata", "user_id"));
    }

    /// <summary>A checkout session.</summary>
    public static StripeCheckoutSession CheckoutSession(JsonElement json) => new(
        json.Text("id"),
        json.Text("mode"),
        json.Text("status"),
        json.Text("payment_status"),
        json.Reference("customer"),
        json.Text("customer_email") ?? json.Text("customer_details", "email"),
        json.Text("client_reference_id"),
        json.Reference("subscription"),
        json.Text("metadata", "tier"),
        json.Text("metadata", "user_id"));

    /// <summary>An invoice.</summary>
    public static StripeInvoice Invoice(JsonElement json)
    {
        // A renewal can carry prorations of the period before: the line that reaches furthest is what it renews.
        var renewed = json.Data("lines").Select(line => line.At("period")).OrderBy(period => period.Time("end")).LastOrDefault();
        var (code, message) = PaymentFailure.Of(json);
        return new StripeInvoice(
            json.Text("id"),
            json.Reference("customer"),
            json.Text("customer_email"),
            json.Reference("parent", "subscription_details", "subscription") ?? json.Reference("subscription"),
            json.Text("billing_reason"),
            renewed.Time("start"),
            renewed.Time("end"),
            json.Whole("amount_paid"),
            code,
            message)
        {
            MetadataUserId = json.Text("parent", "subscription_details", "metadata", "user_id")
                ?? json.Text("subscription_details", "metadata", "user_id"),
        };
    }
}
