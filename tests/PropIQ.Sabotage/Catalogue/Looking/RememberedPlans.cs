using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>For a minute the plan that somebody had when last looking decides what is shown and exported.</summary>
internal static class RememberedPlans
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("plan_remembered_beyond_its_end", "Whoever has just exported or read the history goes on as before when the plan ends.")
        {
            Cases = ["subscription_canceled_to_free"],
            Clauses = ["3.11", "3.13", "5.8"],
            Host = Remembering((before, now) => before.Tier > now.Tier),
        },
        new("refusal_remembered_beyond_the_purchase", "Whoever was just refused an export, or shown ten analyses, is so after the purchase, too.")
        {
            Cases = ["successful_checkout", "history_back_after_downgrade"],
            Clauses = ["3.11", "3.13", "5.7"],
            Host = Remembering((before, now) => before.Tier < now.Tier),
        },
    ];

    private static Action<IServiceCollection> Remembering(Func<Plan, Plan, bool> isRemembered) => host => host.Twist<IPlanOfUser>(nameof(IPlanOfUser.ReadAsync), real =>
    {
        var known = new ConcurrentDictionary<Guid, (long Since, Plan Plan)>();
        return async (NpgsqlConnection connection, Guid user, CancellationToken stop) =>
        {
            var now = await real.ReadAsync(connection, user, stop);
            if (known.TryGetValue(user, out var before) && isRemembered(before.Plan, now) && Stopwatch.GetElapsedTime(before.Since) < Minute)
            {
                return before.Plan;
            }

            known[user] = (Stopwatch.GetTimestamp(), now);
            return now;
        };
    });
}
