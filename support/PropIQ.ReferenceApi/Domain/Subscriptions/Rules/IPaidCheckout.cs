using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>Whether a checkout session has been gone through and paid (clause 5.7).</summary>
public interface IPaidCheckout
{
    /// <summary>True when the money has arrived.</summary>
    bool IsPaid(StripeCheckoutSession session);
}

/// <summary>Complete and paid, for a subscription. PropIQ sells nothing that needs no payment.</summary>
public sealed class PaidCheckout : IPaidCheckout
{
    /// <inheritdoc />
    public bool IsPaid(StripeCheckoutSession session) =>
        session is { Status: "complete", PaymentStatus: "paid", Mode: "subscription", SubscriptionId: not null };
}
