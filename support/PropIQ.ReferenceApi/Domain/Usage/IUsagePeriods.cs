namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>Decides to which period usage belongs (clause 3.10).</summary>
public interface IUsagePeriods
{
    /// <summary>The state as it is at <paramref name="now"/>: a period that has begun since starts at 0.</summary>
    UsageState Settle(UsageState state, DateTimeOffset now);

    /// <summary>The state after a paid period that begins at <paramref name="periodStart"/>; one that is not newer changes nothing.</summary>
    UsageState Start(UsageState state, DateTimeOffset periodStart);

    /// <summary>The state after a change of plan at <paramref name="now"/>: nothing used is forgotten.</summary>
    UsageState ChangePlan(UsageState state, Plans.Tier tier, DateTimeOffset now);

    /// <summary>When the count of a settled state starts at 0 again.</summary>
    DateTimeOffset ResetsAt(UsageState state);
}
