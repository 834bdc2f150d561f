using Npgsql;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.Sabotage.Twisting;
using System.Collections.Concurrent;

namespace PropIQ.Sabotage.Catalogue.Allowance;

/// <summary>What is said near and at the end of the allowance is wrong.</summary>
internal static class WarningTexts
{
    private static readonly string[] PaidWarnings =
        ["paid_tier_limit_warning_28_of_30", "paid_tier_limit_warning_58_of_60", "usage_limit_warning_60_analyses", "paid_tier_limit_warning_98_of_100"];

    public static IReadOnlyList<Saboteur> All =>
    [
        new("warning_a_call_late", "The warning comes one analysis too late.")
        {
            Cases = [.. PaidWarnings, "free_tier_soft_warning_4of5"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IWarnings>(
                nameof(IWarnings.For),
                real => (Plan plan, int used) => used == plan.WarnsFrom ? null : real.For(plan, used)),
        },
        new("warning_a_call_early", "The warning comes one analysis too early.")
        {
            Cases = [.. PaidWarnings, "free_tier_soft_warning_4of5"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IWarnings>(
                nameof(IWarnings.For),
                real => (Plan plan, int used) => real.For(plan with { WarnsFrom = plan.WarnsFrom - 1 }, used)),
        },
        new("last_warning_missing", "The plan's last analysis comes without a warning.")
        {
            Cases = [.. PaidWarnings, "free_tier_soft_warning_4of5"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IWarnings>(
                nameof(IWarnings.For),
                real => (Plan plan, int used) => used == plan.Analyses ? null : real.For(plan, used)),
        },
        new("warning_missing_in_between", "Only the first and the last of the month's last analyses are warned of.")
        {
            Cases = ["paid_tier_limit_warning_28_of_30", "paid_tier_limit_warning_58_of_60", "paid_tier_limit_warning_98_of_100"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IWarnings>(
                nameof(IWarnings.For),
                real => (Plan plan, int used) => used > plan.WarnsFrom && used < plan.Analyses ? null : real.For(plan, used)),
        },
        new("warning_of_another_plan", "Paying customers are warned in the words for Free, and the other way round.")
        {
            Cases = [.. PaidWarnings, "free_tier_soft_warning_4of5"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IWarnings>(
                nameof(IWarnings.For),
                real => (Plan plan, int used) => real.For(plan with { Tier = plan.Tier == Tier.Free ? Tier.Pro : Tier.Free }, used)),
        },
        new("warning_counts_without_itself", "The warning leaves out the analysis that it comes with.")
        {
            Cases = [.. PaidWarnings, "free_tier_soft_warning_4of5"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IWarnings>(
                nameof(IWarnings.For),
                real => (Plan plan, int used) => real.For(plan, used)?.Replace($"{used} of", $"{used - 1} of", StringComparison.Ordinal)),
        },
        new("block_in_another_plans_words", "Paying customers are told that their free tier is used up.")
        {
            Cases = ["usage_limit_hard_block"],
            Clauses = ["3.5"],
            Host = host => host.Twist<IWarnings>(nameof(IWarnings.AtLimit), real => (Plan plan) => real.AtLimit(Plan.Of(Tier.Free))),
        },
        new("warned_by_the_plan_of_the_first_analysis", "Whoever moves to another plan is warned by the limits of the former.")
        {
            Cases = ["mid_month_tier_upgrade"],
            Clauses = ["1.1"],
            Host = host => host.Twist<IAllowance>(nameof(IAllowance.CountAsync), real =>
            {
                var plans = new ConcurrentDictionary<Guid, Plan>();
                return async (NpgsqlTransaction transaction, Reservation place, CancellationToken stop) =>
                {
                    var counted = await real.CountAsync(transaction, place, stop);
                    return counted with { Plan = plans.GetOrAdd(place.UserId, counted.Plan) };
                };
            }),
        },
    ];
}
