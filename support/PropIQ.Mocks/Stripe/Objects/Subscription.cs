using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>A monthly subscription. Its period is written on its items, where it has been since this version of the API.</summary>
internal sealed class Subscription(string id, DateTimeOffset created, string customerId) : StripeObject(id, created)
{
    public string CustomerId { get; } = customerId;

    /// <summary>incomplete, incomplete_expired, active, past_due or canceled.</summary>
    public string Status { get; set; } = "incomplete";

    public List<SubscriptionItem> Items { get; } = [];

    public required DateTimeOffset PeriodStart { get; set; }

    public required DateTimeOffset PeriodEnd { get; set; }

    /// <summary>The moment whose day of the month renewals keep to.</summary>
    public required DateTimeOffset Anchor { get; set; }

    public bool CancelAtPeriodEnd { get; set; }

    public DateTimeOffset? CanceledAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? LatestInvoiceId { get; set; }

    public string? DefaultPaymentMethod { get; set; }

    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>Prorations that wait for the next invoice.</summary>
    public List<InvoiceLine> PendingLines { get; } = [];

    public bool IsLive => Status is "active" or "past_due";

    public string Tier => Items.Count == 0 ? "" : Items[0].Price.Tier;

    /// <summary>Cents a period.</summary>
    public long Cents => Items.Sum(item => item.Price.Cents * item.Quantity);

    public override JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "subscription",
        ["application"] = null,
        ["automatic_tax"] = new JsonObject { ["disabled_reason"] = null, ["enabled"] = false, ["liability"] = null },
        ["billing_cycle_anchor"] = StripeJson.Unix(Anchor),
        ["cancel_at"] = CancelAtPeriodEnd ? StripeJson.Unix(PeriodEnd) : null,
        ["cancel_at_period_end"] = CancelAtPeriodEnd,
        ["canceled_at"] = StripeJson.Unix(CanceledAt),
        ["cancellation_details"] = new JsonObject
        {
            ["comment"] = null,
            ["feedback"] = null,
            ["reason"] = CanceledAt is null ? null : "cancellation_requested",
        },
        ["collection_method"] = "charge_automatically",
        ["created"] = StripeJson.Unix(Created),
        ["currency"] = "usd",
        ["customer"] = CustomerId,
        ["days_until_due"] = null,
        ["default_payment_method"] = DefaultPaymentMethod,
        ["description"] = null,
        ["discounts"] = new JsonArray(),
        ["ended_at"] = StripeJson.Unix(EndedAt),
        ["items"] = StripeJson.List($"/v1/subscription_items?subscription={Id}", Items.Select(ItemJson)),
        ["latest_invoice"] = LatestInvoiceId,
        ["livemode"] = false,
        ["metadata"] = StripeJson.Map(Metadata),
        ["pause_collection"] = null,
        ["pending_setup_intent"] = null,
        ["pending_update"] = null,
        ["schedule"] = null,
        ["start_date"] = StripeJson.Unix(Created),
        ["status"] = Status,
        ["test_clock"] = null,
        ["trial_end"] = null,
        ["trial_start"] = null,
    };

    private JsonObject ItemJson(SubscriptionItem item) => new()
    {
        ["id"] = item.Id,
        ["object"] = "subscription_item",
        ["created"] = StripeJson.Unix(item.Created),
        ["current_period_end"] = StripeJson.Unix(PeriodEnd),
        ["current_period_start"] = StripeJson.Unix(PeriodStart),
        ["discounts"] = new JsonArray(),
        ["metadata"] = new JsonObject(),
        ["price"] = item.Price.ToJson(),
        ["quantity"] = item.Quantity,
        ["subscription"] = Id,
        ["tax_rates"] = new JsonArray(),
    };
}

/// <summary>A price in a subscription.</summary>
internal sealed record SubscriptionItem(string Id, DateTimeOffset Created, Price Price, int Quantity);
