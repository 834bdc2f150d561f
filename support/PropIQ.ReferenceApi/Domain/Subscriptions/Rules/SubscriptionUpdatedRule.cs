using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>
/// Plan, status, period and the wish to end are as in the subscription; the count stays (clause 5.8). A period that moves on
/// is only noted: it begins when it has been paid for.
/// </summary>
public sealed class SubscriptionUpdatedRule(ICurrentSubscription currents, IEventOrder order, ISubscribedTier tiers, ISubscriptionEnd end)
    : IHappeningRule<SubscriptionUpdated>
{
    /// <inheritdoc />
    public AccountChange Decide(AccountState account, SubscriptionUpdated happening)
    {
        if (currents.Concerned(account, happening.SubscriptionId) is not { } current || order.IsOldNews(happening, current))
        {
            return AccountChange.Nothing(account);
        }

        var told = happening.Subscription;
        var status = told.Status ?? current.Status;
        if (status == SubscriptionStatus.Canceled)
        {
            return end.Of(account, current, happening.Created);
        }

        var tier = tiers.Of(told) ?? current.Tier;
        return new AccountChange(account with
        {
            Tier = tier,
            LastPaymentError = status == SubscriptionStatus.Active ? null : account.LastPaymentError,
            Current = current with
            {
                Tier = tier,
                Status = status,
                PeriodStart = told.PeriodStart,
                PeriodEnd = told.PeriodEnd,
                CancelAtPeriodEnd = told.CancelAtPeriodEnd,
                StateKnownAt = happening.Created,
            },
        });
    }
}
