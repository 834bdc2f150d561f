namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>Whether an event is about the subscription that an account has now (clause 5.6).</summary>
public interface ICurrentSubscription
{
    /// <summary>The account's current subscription if the event is about it and it can still change, else null.</summary>
    SubscriptionState? Concerned(AccountState account, string? subscriptionId);
}

/// <summary>The ids are the same, and canceled is final.</summary>
public sealed class CurrentSubscription : ICurrentSubscription
{
    /// <inheritdoc />
    public SubscriptionState? Concerned(AccountState account, string? subscriptionId) =>
        account.Current is { IsLive: true } current && current.Id == subscriptionId ? current : null;
}
