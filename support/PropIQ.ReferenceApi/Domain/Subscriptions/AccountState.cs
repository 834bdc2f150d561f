using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>An account, as far as subscriptions are concerned.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Email">As given at sign-up.</param>
/// <param name="Tier">The plan that it is on.</param>
/// <param name="LastPaymentError">Why the last payment failed; null when none did since one went through.</param>
/// <param name="Current">Its subscription, also when that is over; null for who never had one.</param>
/// <param name="FormerIds">The subscriptions that it had before.</param>
public sealed record AccountState(
    Guid UserId,
    string Email,
    Tier Tier,
    string? LastPaymentError,
    SubscriptionState? Current,
    IReadOnlyCollection<string> FormerIds)
{
    /// <summary>How it stands with its subscription.</summary>
    public SubscriptionStatus Status => Current?.Status ?? SubscriptionStatus.None;
}
