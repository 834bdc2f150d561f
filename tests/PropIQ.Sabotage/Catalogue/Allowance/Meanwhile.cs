using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Allowance;

/// <summary>An analysis is answered by what was known when it arrived, whatever has happened since.</summary>
internal static class Meanwhile
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("warned_by_the_count_on_arrival", "Of analyses made at the same time each is warned of as if it were alone, or none at all.")
        {
            Cases = ["free_tier_soft_warning_4of5", "paid_tier_limit_warning_58_of_60"],
            Clauses = ["1.1"],
            Host = host =>
            {
                var arrived = new AsyncLocal<StrongBox<int>?>();
                host.Twist<IAnalyst>(nameof(IAnalyst.AnalyzeAsync), real => async (Caller caller, Property property, DateTimeOffset at, CancellationToken stop) =>
                {
                    arrived.Value = new StrongBox<int>();
                    return await real.AnalyzeAsync(caller, property, at, stop);
                });
                host.Twist<IAllowancePolicy>(nameof(IAllowancePolicy.Allows), real => (Plan plan, int used, int inFlight) =>
                {
                    if (arrived.Value is { } seen)
                    {
                        seen.Value = used;
                    }

                    return real.Allows(plan, used, inFlight);
                });
                host.Twist<IWarnings>(nameof(IWarnings.For), real => (Plan plan, int used) => real.For(plan, arrived.Value is { } seen ? seen.Value + 1 : used));
            },
        },
        new("answered_by_the_plan_on_arrival", "An analysis during an upgrade is answered with the limit and the warning of the plan before it.")
        {
            Cases = ["plan_changes_mid_analysis"],
            Clauses = ["1.1", "3.1", "5.7"],
            Host = host =>
            {
                var plans = new ConcurrentDictionary<Guid, Plan>();
                host.Twist<IAllowance>(nameof(IAllowance.ReserveAsync), (real, provider) => async (Guid user, DateTimeOffset now, CancellationToken stop) =>
                {
                    var place = await real.ReserveAsync(user, now, stop);
                    plans[place.Id] = await provider.GetRequiredService<Database>().QueryAsync(
                        (connection, limited) => provider.GetRequiredService<IPlanOfUser>().ReadAsync(connection, user, limited), stop);
                    return place;
                });
                host.Twist<IAllowance>(nameof(IAllowance.CountAsync), real => async (NpgsqlTransaction transaction, Reservation place, CancellationToken stop) =>
                {
                    var counted = await real.CountAsync(transaction, place, stop);
                    return plans.TryRemove(place.Id, out var plan) ? new Counted(plan, UsageView.Of(counted.Usage.Used, plan.Analyses, counted.Usage.ResetsAt)) : counted;
                });
            },
        },
    ];
}
