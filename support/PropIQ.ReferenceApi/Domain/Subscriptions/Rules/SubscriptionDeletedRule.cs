using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>The current subscription has ended; the end of any other changes nothing (clauses 5.6 to 5.8).</summary>
public sealed class SubscriptionDeletedRule(ICurrentSubscription currents, IEventOrder order, ISubscriptionEnd end) : IHappeningRule<SubscriptionDeleted>
{
    /// <inheritdoc />
    public AccountChange Decide(AccountState account, SubscriptionDeleted happening) =>
        currents.Concerned(account, happening.SubscriptionId) is { } current && !order.IsOldNews(happening, current)
            ? end.Of(account, current, happening.Created)
            : AccountChange.Nothing(account);
}
