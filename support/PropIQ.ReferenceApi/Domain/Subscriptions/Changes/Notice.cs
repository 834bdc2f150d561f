using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Changes;

/// <summary>Something that the team wants to hear of (clause 8.3), naming the account.</summary>
public abstract record Notice(string Email)
{
    /// <summary>A checkout was completed and paid.</summary>
    public sealed record NewSignup(string Email, Tier Tier) : Notice(Email);

    /// <summary>A renewal was paid. <c>AmountPaid</c> is in cents.</summary>
    public sealed record RecurringPayment(string Email, Tier Tier, long? AmountPaid) : Notice(Email);

    /// <summary>A payment failed.</summary>
    public sealed record PaymentFailed(string Email, string Reason) : Notice(Email);

    /// <summary>A subscription has ended.</summary>
    public sealed record SubscriptionCanceled(string Email, Tier Tier) : Notice(Email);
}
