using PropIQ.ReferenceApi.Domain.Subscriptions;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>Stripe's eight words for how it stands with a subscription.</summary>
public static class StripeStatuses
{
    /// <summary>
    /// What a word means here. Null for <c>incomplete</c> and for words not known: they say nothing about a subscription that has
    /// been paid for.
    /// </summary>
    public static SubscriptionStatus? Meaning(string? status) => status switch
    {
        "active" or "trialing" => SubscriptionStatus.Active,
        "past_due" or "unpaid" or "paused" => SubscriptionStatus.PastDue,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        _ => null,
    };
}
