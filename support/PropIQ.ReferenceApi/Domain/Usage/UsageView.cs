namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>Analyses used in the running period, out of the plan's limit. <c>Remaining</c> is never below 0.</summary>
public sealed record UsageView(int Used, int Limit, int Remaining, DateTimeOffset ResetsAt);
