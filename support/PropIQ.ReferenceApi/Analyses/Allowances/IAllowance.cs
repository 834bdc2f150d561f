using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Allowances;

/// <summary>
/// Hands out a plan's analyses (clauses 3.5–3.7). A place is reserved before the work and counted with its result, so
/// that no lock is held in between; a place that is neither counted nor released lapses by itself.
/// </summary>
public interface IAllowance
{
    /// <summary>Reserves a place for an analysis that arrived at <paramref name="now"/>; a 429 <c>usage_limit_reached</c> refusal when there is none.</summary>
    Task<Reservation> ReserveAsync(Guid userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts a reserved place, in the transaction that stores its analysis. Refuses when it has lapsed meanwhile.</summary>
    Task<Counted> CountAsync(NpgsqlTransaction transaction, Reservation reservation, CancellationToken cancellationToken);

    /// <summary>Gives a place back. Never throws: what cannot be given back now is with the user's next reservation, or lapses.</summary>
    Task ReleaseAsync(Reservation reservation);
}

/// <summary>A place in the allowance of the period that began at <c>PeriodStart</c>, taken at <c>At</c> by the user's clock.</summary>
public sealed record Reservation(Guid Id, Guid UserId, DateTimeOffset PeriodStart, DateTimeOffset At);

/// <summary>Where the user stands after an analysis has been counted.</summary>
public sealed record Counted(Plan Plan, UsageView Usage);
