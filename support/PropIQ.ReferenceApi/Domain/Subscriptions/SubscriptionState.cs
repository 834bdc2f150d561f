using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>What is known of one subscription at Stripe.</summary>
/// <param name="Id">Stripe's id, sub_….</param>
/// <param name="CustomerId">Stripe's id of who pays, cus_….</param>
/// <param name="Tier">The plan that its price stands for.</param>
/// <param name="Status">Never <see cref="SubscriptionStatus.None"/>.</param>
/// <param name="PeriodStart">Start of the period that is paid for.</param>
/// <param name="PeriodEnd">End of that period.</param>
/// <param name="CancelAtPeriodEnd">It ends with the period.</param>
/// <param name="CountedFrom">Start of the newest period that the account's analyses have been counted in.</param>
/// <param name="ChosenAt">When the event was made that gave it to the account.</param>
/// <param name="StateKnownAt">When the newest event was made that told of the subscription itself.</param>
/// <param name="PaymentKnownAt">When the newest event was made that told of a payment for it.</param>
public sealed record SubscriptionState(
    string Id,
    string CustomerId,
    Tier Tier,
    SubscriptionStatus Status,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    bool CancelAtPeriodEnd,
    DateTimeOffset CountedFrom,
    DateTimeOffset ChosenAt,
    DateTimeOffset StateKnownAt,
    DateTimeOffset PaymentKnownAt)
{
    /// <summary>When anything was last heard of it.</summary>
    public DateTimeOffset KnownAt => new[] { StateKnownAt, PaymentKnownAt }.Max();

    /// <summary>It still gives its plan.</summary>
    public bool IsLive => Status is SubscriptionStatus.Active or SubscriptionStatus.PastDue;
}
