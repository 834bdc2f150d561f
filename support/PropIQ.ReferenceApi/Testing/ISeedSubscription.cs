using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Gives a seeded user the subscription that a paid plan has (clause 10.1). The user's row is there already.</summary>
public interface ISeedSubscription
{
    /// <summary>Stores the subscription, and the customer and current subscription on the user's row.</summary>
    Task SeedAsync(NpgsqlTransaction transaction, SubscriptionOrder order, CancellationToken cancellationToken);
}

/// <summary>The Stripe objects to be known of a seeded user. <c>Status</c>: active, past_due or canceled.</summary>
public sealed record SubscriptionOrder(
    Guid UserId,
    Tier Tier,
    string CustomerId,
    string SubscriptionId,
    DateTimeOffset CurrentPeriodStart,
    DateTimeOffset CurrentPeriodEnd,
    string Status,
    bool CancelAtPeriodEnd,
    DateTimeOffset Now);
