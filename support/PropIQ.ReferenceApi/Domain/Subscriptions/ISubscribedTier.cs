using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>Which plan a subscription at Stripe pays for.</summary>
public interface ISubscribedTier
{
    /// <summary>A paid plan, or null when it is none of PropIQ's.</summary>
    Tier? Of(StripeSubscription subscription, string? sessionTier = null);
}

/// <summary>What is paid for decides: the price; what was noted down at the checkout only where the price is not known.</summary>
public sealed class SubscribedTier(IPriceBook prices) : ISubscribedTier
{
    /// <inheritdoc />
    public Tier? Of(StripeSubscription subscription, string? sessionTier = null) =>
        prices.TierOf(subscription.PriceId) ?? Paid(subscription.MetadataTier) ?? Paid(sessionTier);

    private static Tier? Paid(string? name) => Plan.Named(name) is { Tier: not Tier.Free } plan ? plan.Tier : null;
}
