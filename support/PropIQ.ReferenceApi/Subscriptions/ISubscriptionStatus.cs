using Npgsql;

namespace PropIQ.ReferenceApi.Subscriptions;

/// <summary>What a profile says of the subscription (clause 2.4).</summary>
public interface ISubscriptionStatus
{
    /// <summary><c>none</c>, <c>active</c>, <c>past_due</c> or <c>canceled</c>.</summary>
    Task<string> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken);
}
