using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>A monthly price; <see cref="Cents"/> for one seat.</summary>
internal sealed class Price(string id, string tier, long cents, DateTimeOffset created) : StripeObject(id, created)
{
    public string Tier { get; } = tier;

    public long Cents { get; } = cents;

    public string Product => $"prod_{Tier}";

    public override JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "price",
        ["active"] = true,
        ["billing_scheme"] = "per_unit",
        ["created"] = StripeJson.Unix(Created),
        ["currency"] = "usd",
        ["custom_unit_amount"] = null,
        ["livemode"] = false,
        ["lookup_key"] = Tier,
        ["metadata"] = new JsonObject(),
        ["nickname"] = null,
        ["product"] = Product,
        ["recurring"] = new JsonObject
        {
            ["interval"] = "month",
            ["interval_count"] = 1,
            ["meter"] = null,
            ["trial_period_days"] = null,
            ["usage_type"] = "licensed",
        },
        ["tax_behavior"] = "unspecified",
        ["tiers_mode"] = null,
        ["transform_quantity"] = null,
        ["type"] = "recurring",
        ["unit_amount"] = Cents,
        ["unit_amount_decimal"] = Cents.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
