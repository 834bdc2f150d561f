using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>Free: the calendar month in UTC. Paid: the subscription's period, which Stripe's invoices start.</summary>
public sealed class UsagePeriods : IUsagePeriods
{
    /// <inheritdoc/>
    public UsageState Settle(UsageState state, DateTimeOffset now) =>
        state.Tier == Tier.Free ? Start(state, MonthOf(now)) : state;

    /// <inheritdoc/>
    public UsageState Start(UsageState state, DateTimeOffset periodStart) =>
        periodStart > state.PeriodStart ? state with { Count = 0, PeriodStart = periodStart } : state;

    /// <inheritdoc/>
    public UsageState ChangePlan(UsageState state, Tier tier, DateTimeOffset now)
    {
        // A month that ended on free is over: what was used in it must not follow onto the new plan.
        var settled = Settle(state, now);

        // Back on free, the count stays until this month ends: its period is the month's, or the next look would reset it.
        return settled with { Tier = tier, PeriodStart = tier == Tier.Free ? MonthOf(now) : settled.PeriodStart };
    }

    /// <inheritdoc/>
    public DateTimeOffset ResetsAt(UsageState state) =>
        state.Tier == Tier.Free ? MonthOf(state.PeriodStart).AddMonths(1) : state.SubscriptionEnds ?? state.PeriodStart.AddMonths(1);

    private static DateTimeOffset MonthOf(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return new DateTimeOffset(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
