using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>What is kept of a user's usage: columns of the user's row, and the period of the subscription that the account has now.</summary>
public record UsageRow
{
    /// <summary>The columns, of <see cref="Tables"/>.</summary>
    public const string Columns = "u.tier, u.usage_count, u.usage_period_start, s.current_period_end";

    /// <summary>Users, each with the current subscription if there is one.</summary>
    public const string Tables = "users u left join subscriptions s on s.id = u.current_subscription_id";

    /// <summary>The plan, as the database names it.</summary>
    public required string Tier { get; init; }

    /// <summary>Analyses used since <see cref="UsagePeriodStart"/>.</summary>
    public required int UsageCount { get; init; }

    /// <summary>When the period began that is counted in.</summary>
    public required DateTimeOffset UsagePeriodStart { get; init; }

    /// <summary>When the subscription's period ends; null without a subscription.</summary>
    public DateTimeOffset? CurrentPeriodEnd { get; init; }

    /// <summary>The usage that this row keeps.</summary>
    public UsageState State
    {
        get
        {
            var tier = Plan.Named(Tier)!.Tier;

            // A subscription that has ended says nothing of a free month.
            return new UsageState(tier, UsageCount, UsagePeriodStart, tier == Domain.Plans.Tier.Free ? null : CurrentPeriodEnd);
        }
    }
}
