using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>
/// A payment failed: a subscriber is past due, keeping plan and count; who has no subscription stays as he is; both are
/// told why (clause 5.8). A failed attempt to move to another subscription leaves the running one alone.
/// </summary>
public sealed class InvoiceFailedRule(ICurrentSubscription currents, IEventOrder order, IFailureReason reasons) : IHappeningRule<InvoiceFailed>
{
    /// <inheritdoc />
    public AccountChange Decide(AccountState account, InvoiceFailed happening)
    {
        var reason = reasons.Of(happening.Invoice);
        if (currents.Concerned(account, happening.SubscriptionId) is { } current)
        {
            return order.IsOldNews(happening, current)
                ? AccountChange.Nothing(account)
                : Told(account with { Current = current with { Status = SubscriptionStatus.PastDue, PaymentKnownAt = happening.Created } }, reason);
        }

        return account.Current is { IsLive: true } || IsOver(account, happening.SubscriptionId)
            ? AccountChange.Nothing(account)
            : Told(account, reason);
    }

    private static bool IsOver(AccountState account, string? subscriptionId) =>
        subscriptionId is not null && (account.Current?.Id == subscriptionId || account.FormerIds.Contains(subscriptionId));

    private static AccountChange Told(AccountState account, string reason) =>
        new(account with { LastPaymentError = reason }) { Notices = [new Notice.PaymentFailed(account.Email, reason)] };
}
