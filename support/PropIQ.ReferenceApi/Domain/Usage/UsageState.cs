using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>What is stored of a user's usage. <c>SubscriptionEnds</c> is the end of the subscription's period, where one is known.</summary>
public sealed record UsageState(Tier Tier, int Count, DateTimeOffset PeriodStart, DateTimeOffset? SubscriptionEnds = null);
