using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>
/// A finalized invoice, in cents. Its own period_start and period_end are the span in which usage would have been
/// gathered (for a renewal: the period that ended); what it pays for is on its lines.
/// </summary>
internal sealed class Invoice(string id, DateTimeOffset created, string customerId) : StripeObject(id, created)
{
    public string CustomerId { get; } = customerId;

    public string? CustomerEmail { get; init; }

    public string? SubscriptionId { get; init; }

    public IReadOnlyDictionary<string, string> SubscriptionMetadata { get; init; } = new Dictionary<string, string>();

    /// <summary>subscription_create, subscription_cycle, subscription_update or manual.</summary>
    public required string BillingReason { get; init; }

    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    public required DateTimeOffset PeriodStart { get; init; }

    public required DateTimeOffset PeriodEnd { get; init; }

    /// <summary>What the customer's balance takes off (negative) or adds.</summary>
    public long AppliedBalance { get; init; }

    /// <summary>open, paid or void.</summary>
    public string Status { get; set; } = "open";

    public int AttemptCount { get; set; }

    public DateTimeOffset? NextAttempt { get; set; }

    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>Null when nothing was due.</summary>
    public PaymentIntent? Payment { get; set; }

    public string PaymentId => $"inpay_{Id[3..]}";

    public long Total => Lines.Sum(line => line.Cents);

    /// <summary>Never below 0: what is left over stays on the customer's balance.</summary>
    public long AmountDue => Math.Max(0, Total + AppliedBalance);

    public override JsonObject ToJson() => ToJson(reveal: false);

    /// <summary>
    /// As the API shows it, or, to <paramref name="reveal"/>, with the payment intents written out: under <c>payments</c>, as
    /// expanding shows them in this version, and in the <c>payment_intent</c> of earlier versions, where the reason for a
    /// failure has long been read.
    /// </summary>
    public JsonObject ToJson(bool reveal)
    {
        var json = InvoiceJson.Write(this);
        if (Payment is not null)
        {
            json["payments"] = StripeJson.List($"/v1/invoice_payments?invoice={Id}", [PaymentJson(reveal)]);
            if (reveal)
            {
                json["payment_intent"] = Payment.ToJson();
            }
        }

        return json;
    }

    /// <summary>The <c>invoice_payment</c> that ties the payment intent to this invoice.</summary>
    public JsonObject PaymentJson(bool reveal) => new()
    {
        ["id"] = PaymentId,
        ["object"] = "invoice_payment",
        ["amount_paid"] = Status == "paid" ? AmountDue : null,
        ["amount_requested"] = AmountDue,
        ["created"] = StripeJson.Unix(Created),
        ["currency"] = "usd",
        ["invoice"] = Id,
        ["is_default"] = true,
        ["livemode"] = false,
        ["payment"] = new JsonObject
        {
            ["payment_intent"] = reveal ? Payment?.ToJson() : Payment?.Id,
            ["type"] = "payment_intent",
        },
        ["status"] = Status == "paid" ? "paid" : "open",
        ["status_transitions"] = new JsonObject { ["canceled_at"] = null, ["paid_at"] = StripeJson.Unix(PaidAt) },
    };
}
