using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.ReferenceApi.Subscriptions.Webhook;

/// <summary>Understands Stripe's events.</summary>
public interface IHappeningReader
{
    /// <summary>What an event tells; null when it is of a type that does not matter here, or about nothing readable.</summary>
    StripeHappening? Read(StripeEvent stripeEvent);
}

/// <summary>The five types that matter. An event that does not say when it was made counts as made now.</summary>
public sealed class HappeningReader(TimeProvider clock) : IHappeningReader
{
    /// <inheritdoc />
    public StripeHappening? Read(StripeEvent stripeEvent)
    {
        var (id, created, json) = (stripeEvent.Id, stripeEvent.Created ?? clock.GetUtcNow(), stripeEvent.Object);
        return stripeEvent.Type switch
        {
            "checkout.session.completed" => new CheckoutCompleted(id, created, StripeObjectReader.CheckoutSession(json), null),
            "invoice.payment_succeeded" => new InvoicePaid(id, created, StripeObjectReader.Invoice(json)),
            "invoice.payment_failed" => new InvoiceFailed(id, created, StripeObjectReader.Invoice(json)),
            "customer.subscription.updated" when StripeObjectReader.Subscription(json) is { } told => new SubscriptionUpdated(id, created, told),
            "customer.subscription.deleted" when StripeObjectReader.Subscription(json) is { } told => new SubscriptionDeleted(id, created, told),
            _ => null,
        };
    }
}
