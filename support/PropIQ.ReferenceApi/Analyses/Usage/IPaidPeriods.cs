using Npgsql;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>Knows when a subscription's running period ends.</summary>
public interface IPaidPeriods
{
    /// <summary>The end of the period of the user's current subscription; null when none is known.</summary>
    Task<DateTimeOffset?> EndAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken);
}
