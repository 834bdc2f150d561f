using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>Knows which plan a user is on at this moment, whatever the token was issued under.</summary>
public interface IPlanOfUser
{
    /// <summary>The plan.</summary>
    Task<Plan> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken);
}

/// <summary>Reads it from the user's row.</summary>
public sealed class PlanOfUser(UsageRecords records) : IPlanOfUser
{
    /// <inheritdoc/>
    public async Task<Plan> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        await records.ReadAsync(connection, userId, cancellationToken) is { } state ? Plan.Of(state.Tier) : throw Usage.Gone();
}
