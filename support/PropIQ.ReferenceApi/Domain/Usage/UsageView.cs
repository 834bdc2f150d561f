namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>Analyses used in the running period, out of the plan's limit. <c>Remaining</c> is never below 0.</summary>
public sealed record UsageView(int Used, int Limit, int Remaining, DateTimeOffset ResetsAt)
{
    /// <summary>The view of a count against a limit.</summary>
    public static UsageView Of(int used, int limit, DateTimeOffset resetsAt) =>
        new(used, limit, Math.Max(0, limit - used), resetsAt);
}
