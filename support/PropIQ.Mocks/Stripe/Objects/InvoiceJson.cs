using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>An invoice's members apart from its payments.</summary>
internal static class InvoiceJson
{
    public static JsonObject Write(Invoice invoice) => new()
    {
        ["id"] = invoice.Id,
        ["object"] = "invoice",
        ["account_country"] = "US",
        ["account_name"] = "PropIQ",
        ["amount_due"] = invoice.AmountDue,
        ["amount_overpaid"] = 0,
        ["amount_paid"] = invoice.Status == "paid" ? invoice.AmountDue : 0,
        ["amount_remaining"] = invoice.Status == "paid" ? 0 : invoice.AmountDue,
        ["attempt_count"] = invoice.AttemptCount,
        ["attempted"] = invoice.AttemptCount > 0 || invoice.Status == "paid",
        ["auto_advance"] = invoice.NextAttempt is not null,
        ["billing_reason"] = invoice.BillingReason,
        ["collection_method"] = "charge_automatically",
        ["created"] = StripeJson.Unix(invoice.Created),
        ["currency"] = "usd",
        ["customer"] = invoice.CustomerId,
        ["customer_email"] = invoice.CustomerEmail,
        ["description"] = null,
        ["due_date"] = null,
        ["ending_balance"] = Math.Min(0, invoice.Total + invoice.AppliedBalance),
        ["lines"] = StripeJson.List($"/v1/invoices/{invoice.Id}/lines", invoice.Lines.Select(line => line.ToJson(invoice))),
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["next_payment_attempt"] = StripeJson.Unix(invoice.NextAttempt),
        ["number"] = $"PROPIQ-{invoice.Id[^8..].ToUpperInvariant()}",
        ["parent"] = Parent(invoice),
        ["period_end"] = StripeJson.Unix(invoice.PeriodEnd),
        ["period_start"] = StripeJson.Unix(invoice.PeriodStart),
        ["starting_balance"] = invoice.AppliedBalance,
        ["status"] = invoice.Status,
        ["status_transitions"] = new JsonObject
        {
            ["finalized_at"] = StripeJson.Unix(invoice.Created),
            ["marked_uncollectible_at"] = null,
            ["paid_at"] = StripeJson.Unix(invoice.PaidAt),
            ["voided_at"] = null,
        },
        ["subtotal"] = invoice.Total,
        ["total"] = invoice.Total,
    };

    private static JsonObject? Parent(Invoice invoice) => invoice.SubscriptionId is null ? null : new JsonObject
    {
        ["quote_details"] = null,
        ["subscription_details"] = new JsonObject
        {
            ["metadata"] = StripeJson.Map(invoice.SubscriptionMetadata),
            ["subscription"] = invoice.SubscriptionId,
        },
        ["type"] = "subscription_details",
    };
}
