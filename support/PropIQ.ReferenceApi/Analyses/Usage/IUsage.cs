using Npgsql;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>A user's count of analyses in the running period (clause 3.10).</summary>
public interface IUsage
{
    /// <summary>Where the user stands at <paramref name="now"/>, what is in flight left out.</summary>
    Task<UsageView> ReadAsync(NpgsqlConnection connection, Guid userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Starts a period at 0, unless that very period has been started before.</summary>
    Task StartPeriodAsync(NpgsqlTransaction transaction, Guid userId, DateTimeOffset periodStart, CancellationToken cancellationToken);
}
