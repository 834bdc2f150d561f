using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>A user's count of analyses in the running period (clause 3.10).</summary>
public interface IUsage
{
    /// <summary>Where somebody whose usage is kept as <paramref name="stored"/> stands at <paramref name="now"/>, what is in flight left out.</summary>
    UsageView Of(UsageState stored, DateTimeOffset now);

    /// <summary>Starts a period at 0, unless that very period, or a later one, has been started before.</summary>
    Task StartPeriodAsync(NpgsqlTransaction transaction, Guid userId, DateTimeOffset periodStart, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the user on another plan at <paramref name="now"/>, the count kept: a month that ended on free is settled first,
    /// and back on free the count stays until the month ends. Locks the user's row.
    /// </summary>
    Task ChangePlanAsync(NpgsqlTransaction transaction, Guid userId, Tier tier, DateTimeOffset now, CancellationToken cancellationToken);
}
