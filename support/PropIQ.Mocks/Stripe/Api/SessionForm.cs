using System.Globalization;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>Reads the parameters of a new checkout session.</summary>
internal static class SessionForm
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    public static CheckoutSession Read(BracketForm form, StripeWorld world)
    {
        RequireSubscriptionMode(form);
        var (price, quantity) = LineItem(form, world);
        var customer = Customer(form, world);
        var email = form.Optional("customer_email");
        if (customer is not null && email is not null)
        {
            throw StripeRefusal.Invalid("You may only specify one of these parameters: customer, customer_email.", "customer_email");
        }

        var id = StripeIds.CheckoutSession();
        var now = world.Ledger(customer?.Email ?? customer?.Id ?? email ?? id).Clock.Now;
        return new CheckoutSession(id, now, price)
        {
            AmountTotal = price.Cents * quantity,
            Quantity = quantity,
            CustomerId = customer?.Id,
            CustomerEmail = email,
            ClientReferenceId = form.Optional("client_reference_id"),
            Metadata = form.Map("metadata"),
            SubscriptionMetadata = form.Map("subscription_data", "metadata"),
            SuccessUrl = Url(form, "success_url") ?? throw StripeRefusal.Missing("success_url"),
            CancelUrl = Url(form, "cancel_url"),
            Url = new Uri(world.Options.CheckoutPages, id).AbsoluteUri,
            ExpiresAt = ExpiresAt(form, now),
        };
    }

    private static void RequireSubscriptionMode(BracketForm form)
    {
        form.Required("mode");
        if (form.Choice("mode", "payment", "setup", "subscription") != "subscription")
        {
            throw StripeRefusal.Invalid("The mock Stripe plays checkout in `subscription` mode only.", "mode");
        }

        if (form.Choice("ui_mode", "hosted", "embedded", "custom") is not (null or "hosted"))
        {
            throw StripeRefusal.Invalid("The mock Stripe plays hosted checkout only.", "ui_mode");
        }
    }

    private static (Price Price, int Quantity) LineItem(BracketForm form, StripeWorld world)
    {
        var indexes = form.Indexes("line_items");
        if (indexes.Count == 0)
        {
            throw StripeRefusal.Missing("line_items");
        }

        if (indexes.Count > 1)
        {
            throw StripeRefusal.Invalid("The mock Stripe plays checkout of one line item.", "line_items");
        }

        var index = indexes[0];
        var priceName = $"line_items[{index}][price]";
        var priceId = form.Text("line_items", index, "price") ?? throw StripeRefusal.Missing(priceName);
        var price = world.Find<Price>(priceId) ?? throw StripeRefusal.NotFound("price", priceId, priceName, 400);
        var quantity = form.Number(1, 999_999, "line_items", index, "quantity") ?? throw StripeRefusal.Missing($"line_items[{index}][quantity]");
        return (price, quantity);
    }

    private static Customer? Customer(BracketForm form, StripeWorld world) => form.Optional("customer") is not { } id ? null
        : world.Find<Customer>(id) ?? throw StripeRefusal.NotFound("customer", id, "customer", 400);

    private static string? Url(BracketForm form, string name)
    {
        if (form.Optional(name) is not { } url)
        {
            return null;
        }

        // Stripe puts the session's id in place of this before it redirects.
        var probe = url.Replace("{CHECKOUT_SESSION_ID}", "id", StringComparison.Ordinal);
        return Uri.TryCreate(probe, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? url
            : throw StripeRefusal.Invalid("Not a valid URL", name, "url_invalid");
    }

    private static DateTimeOffset ExpiresAt(BracketForm form, DateTimeOffset now)
    {
        if (form.Optional("expires_at") is not { } text)
        {
            return now + Longest;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw StripeRefusal.Invalid($"Invalid integer: {text}", "expires_at", "parameter_invalid_integer");
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return at >= now + Shortest && at <= now + Longest ? at
            : throw StripeRefusal.Invalid("The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.", "expires_at");
    }
}
