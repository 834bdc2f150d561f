using Npgsql;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>Keeps the count on the user's row by the rules of <see cref="IUsagePeriods"/>.</summary>
public sealed class Usage(UsageRecords records, Reservations reservations, IUsagePeriods periods) : IUsage
{
    /// <inheritdoc/>
    public UsageView Of(UsageState stored, DateTimeOffset now)
    {
        var state = periods.Settle(stored, now);
        return UsageView.Of(state.Count, Plan.Of(state.Tier).Analyses, periods.ResetsAt(state));
    }

    /// <inheritdoc/>
    public async Task StartPeriodAsync(NpgsqlTransaction transaction, Guid userId, DateTimeOffset periodStart, CancellationToken cancellationToken)
    {
        var stored = await records.LockAsync(transaction, userId, cancellationToken) ?? throw Gone();
        await records.WriteAsync(transaction, userId, periods.Start(stored, periodStart), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ChangePlanAsync(NpgsqlTransaction transaction, Guid userId, Tier tier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await records.LockAsync(transaction, userId, cancellationToken) ?? throw Gone();
        var settled = periods.Settle(stored, now);
        var changed = periods.ChangePlan(settled, tier, now);
        await records.WriteAsync(transaction, userId, changed, cancellationToken);
        if (changed.PeriodStart != settled.PeriodStart)
        {
            // The same period under another start: what is in flight still counts in it.
            await reservations.MoveAsync(transaction, userId, settled.PeriodStart, changed.PeriodStart, cancellationToken);
        }
    }

    // The account was removed while the request was under way: its token is worth nothing any more.
    internal static Refusal Gone() => new(401, "unauthorized", "The account does not exist any more.");
}
