using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>A customer. <see cref="Balance"/> in cents, negative when Stripe owes the customer.</summary>
internal sealed class Customer(string id, DateTimeOffset created) : StripeObject(id, created)
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Phone { get; set; }

    public long Balance { get; set; }

    public bool Delinquent { get; set; }

    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The card on file, null before a first payment.</summary>
    public CardOnFile? Card { get; set; }

    public override JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "customer",
        ["address"] = null,
        ["balance"] = Balance,
        ["created"] = StripeJson.Unix(Created),
        ["currency"] = Card is null ? null : "usd",
        ["default_source"] = null,
        ["delinquent"] = Delinquent,
        ["description"] = Description,
        ["email"] = Email,
        ["invoice_settings"] = new JsonObject
        {
            ["custom_fields"] = null,
            ["default_payment_method"] = Card?.Id,
            ["footer"] = null,
            ["rendering_options"] = null,
        },
        ["livemode"] = false,
        ["metadata"] = StripeJson.Map(Metadata),
        ["name"] = Name,
        ["phone"] = Phone,
        ["preferred_locales"] = new JsonArray(),
        ["shipping"] = null,
        ["tax_exempt"] = "none",
        ["test_clock"] = null,
    };
}

/// <summary>A card that later charges go to; one that was <paramref name="SetUp"/> asks for no authentication any more.</summary>
internal sealed record CardOnFile(string Id, TestCard Card, bool SetUp);
