using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>Whether an event is older than what is known of its subscription (clause 5.6).</summary>
public interface IEventOrder
{
    /// <summary>True when newer things are known than the happening can tell.</summary>
    bool IsOldNews(StripeHappening happening, SubscriptionState known);

    /// <summary>True when a later payment, failed or not, is known: a period that this one pays for does not begin any more.</summary>
    bool IsOldPayment(InvoicePaid happening, SubscriptionState known);
}

/// <summary>
/// Order by the seconds in which events were made; the same second is not older. A deletion is held against other news of
/// the subscription itself only: Stripe may still try to collect, and tell of it, after a subscription has ended. A first
/// payment that failed comes before the checkout that went through, even within a second.
/// </summary>
public sealed class EventOrder : IEventOrder
{
    /// <inheritdoc />
    public bool IsOldNews(StripeHappening happening, SubscriptionState known) => happening switch
    {
        SubscriptionDeleted => happening.Created < known.StateKnownAt,
        InvoiceFailed { Invoice.BillingReason: "subscription_create" } => happening.Created <= known.KnownAt,
        _ => happening.Created < known.KnownAt,
    };

    /// <inheritdoc />
    public bool IsOldPayment(InvoicePaid happening, SubscriptionState known) => happening.Created < known.PaymentKnownAt;
}
