namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>What becomes of a subscription that another one replaced (clause 5.7).</summary>
public interface IFormerSubscriptions
{
    /// <summary>The subscriptions to end at Stripe when <paramref name="subscriptionId"/> has been replaced.</summary>
    IReadOnlyList<string> ToEnd(string subscriptionId);
}

/// <summary>It ends: nobody pays twice.</summary>
public sealed class FormerSubscriptions : IFormerSubscriptions
{
    /// <inheritdoc />
    public IReadOnlyList<string> ToEnd(string subscriptionId) => [subscriptionId];
}
