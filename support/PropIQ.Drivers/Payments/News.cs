using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>News that Stripe can tell of a plan, by what features call it.</summary>
public sealed record News(string Name, string EventType, StripeEventChanges Changes)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<News> All =
    [
        new("the purchase", "checkout.session.completed", new StripeEventChanges(PaymentStatus: "paid")),
        new("a renewal", "invoice.payment_succeeded", new StripeEventChanges(BillingReason: "subscription_cycle")),
        new("a first payment", "invoice.payment_succeeded", new StripeEventChanges(BillingReason: "subscription_create")),
        new("a payment for a change", "invoice.payment_succeeded", new StripeEventChanges(BillingReason: "subscription_update")),
        new("a failed payment for a change", "invoice.payment_failed", new StripeEventChanges(BillingReason: "subscription_update", DeclineCode: "insufficient_funds")),
        new("a failed payment", "invoice.payment_failed", new StripeEventChanges(DeclineCode: "insufficient_funds")),
        new("a move to Starter", "customer.subscription.updated", new StripeEventChanges(Tier: "starter")),
        new("a move to Elite", "customer.subscription.updated", new StripeEventChanges(Tier: "elite")),
        new("the end", "customer.subscription.deleted", new StripeEventChanges()),
    ];

    /// <summary>A kind of news that PropIQ has no use for.</summary>
    public static readonly News OfNoUse = new("a new tax number", "customer.tax_id.created", new StripeEventChanges());

    /// <summary>The news of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static News Named(string name) => All.FirstOrDefault(news => news.Name == name)
        ?? throw new ArgumentException($"Stripe tells nothing called \"{name}\". Known: {string.Join(", ", All.Select(news => news.Name))}.");
}
