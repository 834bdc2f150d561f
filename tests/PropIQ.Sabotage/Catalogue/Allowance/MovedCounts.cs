using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Allowance;

/// <summary>The count is wrong after a move to another plan.</summary>
internal static class MovedCounts
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("smaller_plan_starts_anew", "Whoever moves to a smaller paid plan has all of its analyses, whatever was used.")
        {
            Cases = ["downgrade_confirmed", "downgrade_warning_numbers", "subscription_changed_elsewhere"],
            Clauses = ["3.10", "5.3"],
            Host = Moving((real, state, tier, now) => real.ChangePlan(state, tier, now) is var changed && tier != Tier.Free && tier < state.Tier ? changed with { Count = 0 } : changed),
        },
        new("used_is_cut_to_the_smaller_plan", "Whoever has used more than the smaller plan gives has used exactly that after the move, also when going back.")
        {
            Cases = ["history_back_after_downgrade"],
            Clauses = ["3.10", "5.7"],
            Host = Moving((real, state, tier, now) =>
            {
                var changed = real.ChangePlan(state, tier, now);
                return changed with { Count = Math.Min(changed.Count, Plan.Of(tier).Analyses) };
            }),
        },
        new("last_months_use_follows_onto_the_plan", "What was used on Free last month counts on the plan that is bought before anything else is done.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = host => host.Twist<IUsage>(nameof(IUsage.ChangePlanAsync), real => (NpgsqlTransaction transaction, Guid user, Tier tier, DateTimeOffset now, CancellationToken stop) => tier == Tier.Free
                ? real.ChangePlanAsync(transaction, user, tier, now, stop)
                : transaction.Connection!.ExecuteAsync("update users set tier = @Name where id = @user", new { Plan.Of(tier).Name, user }, transaction)),
        },
        new("reset_date_of_the_ended_plan", "Whose plan has ended is told that the free analyses start anew when the plan's month would have.")
        {
            Cases = ["subscription_canceled_to_free"],
            Clauses = ["2.4", "3.10"],
            Host = host => host.Intercept("/auth/me", async (context, real) =>
            {
                var ends = await context.RequestServices.ReadAsync<DateTime>(
                    $"select s.current_period_end from users u join subscriptions s on s.id = u.current_subscription_id where u.id = '{context.Features.Get<Caller>()!.UserId}' and s.status = 'canceled'");
                await ChangedAnswer.OfAsync(context, real, answer =>
                {
                    foreach (var end in ends)
                    {
                        answer["usage"]!["resets_at"] = end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                    }
                });
            }),
        },
    ];

    private static Action<IServiceCollection> Moving(Func<IUsagePeriods, UsageState, Tier, DateTimeOffset, UsageState> instead) => host => host.Twist<IUsagePeriods>(
        nameof(IUsagePeriods.ChangePlan), real => (UsageState state, Tier tier, DateTimeOffset now) => instead(real, state, tier, now));
}
