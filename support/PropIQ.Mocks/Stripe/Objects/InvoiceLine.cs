using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>One line: <paramref name="Cents"/> (negative for a credit) for the time from <paramref name="Start"/> to <paramref name="End"/>.</summary>
internal sealed record InvoiceLine(string Id, Price? Price, int Quantity, long Cents, DateTimeOffset Start, DateTimeOffset End, bool Proration, string Description)
{
    public JsonObject ToJson(Invoice invoice) => new()
    {
        ["id"] = Id,
        ["object"] = "line_item",
        ["amount"] = Cents,
        ["currency"] = "usd",
        ["description"] = Description,
        ["discountable"] = !Proration,
        ["invoice"] = invoice.Id,
        ["livemode"] = false,
        ["metadata"] = StripeJson.Map(invoice.SubscriptionMetadata),
        ["parent"] = Parent(invoice),
        ["period"] = new JsonObject { ["end"] = StripeJson.Unix(End), ["start"] = StripeJson.Unix(Start) },
        ["pricing"] = Price is null ? null : new JsonObject
        {
            ["price_details"] = new JsonObject { ["price"] = Price.Id, ["product"] = Price.Product },
            ["type"] = "price_details",
            ["unit_amount_decimal"] = Price.Cents.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
        ["quantity"] = Quantity,
        ["subtotal"] = Cents,
    };

    private JsonObject? Parent(Invoice invoice) => invoice.SubscriptionId is null ? null : new JsonObject
    {
        ["invoice_item_details"] = null,
        ["subscription_item_details"] = new JsonObject
        {
            ["invoice_item"] = null,
            ["proration"] = Proration,
            ["subscription"] = invoice.SubscriptionId,
        },
        ["type"] = "subscription_item_details",
    };
}
