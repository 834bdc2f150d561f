using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>The collecting of one amount, over as many attempts as it takes.</summary>
internal sealed class PaymentIntent(string id, DateTimeOffset created, string customerId, long cents) : StripeObject(id, created)
{
    public string CustomerId { get; } = customerId;

    public long Cents { get; } = cents;

    /// <summary>requires_payment_method, requires_action or succeeded.</summary>
    public string Status { get; set; } = "requires_payment_method";

    public Decline? LastError { get; set; }

    public override JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "payment_intent",
        ["amount"] = Cents,
        ["amount_capturable"] = 0,
        ["amount_received"] = Status == "succeeded" ? Cents : 0,
        ["canceled_at"] = null,
        ["capture_method"] = "automatic",
        ["client_secret"] = $"{Id}_secret_mock",
        ["confirmation_method"] = "automatic",
        ["created"] = StripeJson.Unix(Created),
        ["currency"] = "usd",
        ["customer"] = CustomerId,
        ["description"] = null,
        ["last_payment_error"] = LastError?.ToJson(),
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["next_action"] = Status == "requires_action" ? new JsonObject { ["type"] = "use_stripe_sdk" } : null,
        ["payment_method_types"] = new JsonArray("card"),
        ["setup_future_usage"] = "off_session",
        ["status"] = Status,
    };
}
