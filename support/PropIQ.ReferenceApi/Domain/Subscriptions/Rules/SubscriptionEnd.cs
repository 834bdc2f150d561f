using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>What the end of a subscription does to its account.</summary>
public interface ISubscriptionEnd
{
    /// <summary>The change when <paramref name="current"/> ends, told by an event made at <paramref name="created"/>.</summary>
    AccountChange Of(AccountState account, SubscriptionState current, DateTimeOffset created);
}

/// <summary>Back to free, canceled for good; nothing that is stored is deleted (clauses 5.8, 5.9).</summary>
public sealed class SubscriptionEnd : ISubscriptionEnd
{
    /// <inheritdoc />
    public AccountChange Of(AccountState account, SubscriptionState current, DateTimeOffset created) =>
        new(account with
        {
            Tier = Tier.Free,
            Current = current with { Status = SubscriptionStatus.Canceled, StateKnownAt = created },
        })
        {
            Notices = [new Notice.SubscriptionCanceled(account.Email, current.Tier)],
        };
}
