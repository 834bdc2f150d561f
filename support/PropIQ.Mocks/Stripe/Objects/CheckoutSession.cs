using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>A hosted checkout for one price.</summary>
internal sealed class CheckoutSession(string id, DateTimeOffset created, Price price) : StripeObject(id, created)
{
    public Price Price { get; } = price;

    public int Quantity { get; init; } = 1;

    /// <summary>In cents; the price times the quantity unless told otherwise.</summary>
    public required long AmountTotal { get; set; }

    public string? CustomerId { get; set; }

    public string? CustomerEmail { get; init; }

    public string? ClientReferenceId { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> SubscriptionMetadata { get; init; } = new Dictionary<string, string>();

    public string? SuccessUrl { get; init; }

    public string? CancelUrl { get; init; }

    public required string Url { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>open, complete or expired.</summary>
    public string Status { get; set; } = "open";

    /// <summary>unpaid or paid.</summary>
    public string PaymentStatus { get; set; } = "unpaid";

    /// <summary>The subscription that the payment starts; known from the first attempt, shown once the session is complete.</summary>
    public string? SubscriptionId { get; set; }

    public string? InvoiceId { get; set; }

    public bool IsOpenAt(DateTimeOffset now) => Status == "open" && now < ExpiresAt;

    public override JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "checkout.session",
        ["allow_promotion_codes"] = null,
        ["amount_subtotal"] = AmountTotal,
        ["amount_total"] = AmountTotal,
        ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["status"] = null },
        ["billing_address_collection"] = null,
        ["cancel_url"] = CancelUrl,
        ["client_reference_id"] = ClientReferenceId,
        ["created"] = StripeJson.Unix(Created),
        ["currency"] = "usd",
        ["customer"] = CustomerId,
        ["customer_creation"] = CustomerEmail is null ? null : "always",
        ["customer_details"] = CustomerDetails(),
        ["customer_email"] = CustomerEmail,
        ["expires_at"] = StripeJson.Unix(ExpiresAt),
        ["invoice"] = Status == "complete" ? InvoiceId : null,
        ["livemode"] = false,
        ["locale"] = null,
        ["metadata"] = StripeJson.Map(Metadata),
        ["mode"] = "subscription",
        ["payment_intent"] = null,
        ["payment_method_collection"] = "always",
        ["payment_method_types"] = new JsonArray("card"),
        ["payment_status"] = PaymentStatus,
        ["setup_intent"] = null,
        ["status"] = Status,
        ["submit_type"] = null,
        ["subscription"] = Status == "complete" ? SubscriptionId : null,
        ["success_url"] = SuccessUrl,
        ["ui_mode"] = "hosted",
        ["url"] = Status == "open" ? Url : null,
    };

    /// <summary>What <c>expand[]=line_items</c> adds.</summary>
    public JsonObject LineItems() => StripeJson.List($"/v1/checkout/sessions/{Id}/line_items",
    [
        new JsonObject
        {
            ["id"] = $"li_{Id[^24..]}",
            ["object"] = "item",
            ["amount_discount"] = 0,
            ["amount_subtotal"] = AmountTotal,
            ["amount_tax"] = 0,
            ["amount_total"] = AmountTotal,
            ["currency"] = "usd",
            ["description"] = $"PropIQ {Price.Tier}",
            ["price"] = Price.ToJson(),
            ["quantity"] = Quantity,
        },
    ]);

    private JsonObject? CustomerDetails() => CustomerEmail is null ? null : new JsonObject
    {
        ["address"] = null,
        ["email"] = CustomerEmail,
        ["name"] = null,
        ["phone"] = null,
        ["tax_exempt"] = "none",
        ["tax_ids"] = null,
    };
}
