using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>
/// The keys by which Stripe knows one intent again when it is tried again (clause 8.1): the same intent has the same key, from
/// whichever process or attempt, and another intent has another one.
/// </summary>
public interface IIdempotencyKeys
{
    /// <summary>To become a customer: once in an account's life.</summary>
    string ForCustomer(Guid userId);

    /// <summary>To open a checkout for a plan, after <paramref name="opened"/> that were opened before.</summary>
    string ForCheckout(Guid userId, Tier tier, int opened);

    /// <summary>To change a subscription as it stood after <paramref name="revision"/> changes to <paramref name="target"/>.</summary>
    string ForPlanChange(string subscriptionId, Tier target, int revision);
}

/// <summary>Keys made of what the intent is, and nothing else.</summary>
public sealed class IdempotencyKeys : IIdempotencyKeys
{
    /// <inheritdoc />
    public string ForCustomer(Guid userId) => $"propiq-customer-{userId}";

    /// <inheritdoc />
    public string ForCheckout(Guid userId, Tier tier, int opened) => $"propiq-checkout-{userId}-{Plan.Of(tier).Name}-{opened}";

    /// <inheritdoc />
    public string ForPlanChange(string subscriptionId, Tier target, int revision) =>
        $"propiq-plan-{subscriptionId}-{Plan.Of(target).Name}-{revision}";
}
