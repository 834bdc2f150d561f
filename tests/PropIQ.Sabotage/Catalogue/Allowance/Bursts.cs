using System.Collections.Concurrent;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Allowance;

/// <summary>The allowance is wrong when requests arrive together.</summary>
internal static class Bursts
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("burst_overshoots", "Of requests that arrive together all are let through that see the count before the first is stored.")
        {
            Cases = ["concurrent_analyses_3_requests", "concurrent_analyses_10_requests"],
            Clauses = ["3.6"],
            Host = host => host.Twist<IAllowancePolicy>(
                nameof(IAllowancePolicy.Allows),
                real => (Plan plan, int used, int inFlight) => real.Allows(plan, used, 0)),
        },
        new("burst_serialised_away", "A second analysis of one user is refused while the first is at work.")
        {
            Cases = ["concurrent_analyses_3_requests", "concurrent_analyses_10_requests"],
            Clauses = ["3.6"],
            Host = host => host.Twist<IAllowancePolicy>(
                nameof(IAllowancePolicy.Allows),
                real => (Plan plan, int used, int inFlight) => inFlight == 0 && real.Allows(plan, used, inFlight)),
        },
        new("analyses_wait_in_line", "A user's analyses are made one after the other, the client on the phone waits for all.")
        {
            Cases = ["concurrent_analyses_3_requests"],
            Clauses = ["3.6"],
            Host = host => host.Twist<IAppraiser>(nameof(IAppraiser.AppraiseAsync), real =>
            {
                var line = new SemaphoreSlim(1);
                return async (Guid userId, Property property, CancellationToken cancellationToken) =>
                {
                    await line.WaitAsync(cancellationToken);
                    try
                    {
                        return await real.AppraiseAsync(userId, property, cancellationToken);
                    }
                    finally
                    {
                        line.Release();
                    }
                };
            }),
        },
        new("failed_place_is_lost", "The place of an analysis that failed stays taken.")
        {
            Cases = ["burst_with_failure", "azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = host => host.Twist<IAllowance>(nameof(IAllowance.ReleaseAsync), _ => (Reservation _) => Task.CompletedTask),
        },
        new("plan_change_drops_work_in_hand", "An analysis that is under way when the plan changes is lost.")
        {
            Cases = ["plan_changes_mid_analysis"],
            Clauses = ["3.6", "5.7"],
            Host = host => host.Twist<IUsage>(
                nameof(IUsage.ChangePlanAsync),
                real => async (NpgsqlTransaction transaction, Guid userId, Tier tier, DateTimeOffset now, CancellationToken cancellationToken) =>
                {
                    await real.ChangePlanAsync(transaction, userId, tier, now, cancellationToken);
                    await Dapper.SqlMapper.ExecuteAsync(transaction.Connection!, "delete from reservations where user_id = @userId", new { userId }, transaction);
                }),
        },
        new("stale_plan_written_back", "When the AI has answered, the customer is back on the plan that the analysis began with.")
        {
            Cases = ["plan_changes_mid_analysis"],
            Clauses = ["5.7"],
            Host = host => host.Twist<IAppraiser>(
                nameof(IAppraiser.AppraiseAsync),
                (real, provider) => async (Guid userId, Property property, CancellationToken cancellationToken) =>
                {
                    var began = (await provider.ReadAsync<string>($"select tier from users where id = '{userId}'")).Single();
                    var appraised = await real.AppraiseAsync(userId, property, cancellationToken);
                    await provider.ExecuteAsync("update users set tier = @began where id = @userId", new { began, userId });
                    return appraised;
                }),
        },
        new("burst_counts_once", "Analyses that are stored at the same time are counted as one.")
        {
            Cases = ["concurrent_analyses_3_requests", "concurrent_analyses_10_requests"],
            Clauses = ["3.6"],
            Host = host => host.Twist<IAllowance>(nameof(IAllowance.CountAsync), (real, provider) =>
            {
                DateTimeOffset last = default;
                return async (NpgsqlTransaction transaction, Reservation reservation, CancellationToken cancellationToken) =>
                {
                    var counted = await real.CountAsync(transaction, reservation, cancellationToken);
                    var together = reservation.At - last < TimeSpan.FromMilliseconds(250) && reservation.At >= last;
                    last = reservation.At;
                    if (together)
                    {
                        await transaction.UncountAsync(reservation.UserId, cancellationToken);
                    }

                    return counted;
                };
            }),
        },
        new("place_is_lost_when_storing_is_late", "An analysis that the database was too slow to store keeps its place taken.")
        {
            Cases = ["database_query_timeout"],
            Clauses = ["3.9"],
            Host = host =>
            {
                var tried = new ConcurrentDictionary<Guid, bool>();
                host.Twist<IAllowance>(nameof(IAllowance.CountAsync), real => (NpgsqlTransaction transaction, Reservation place, CancellationToken stop) =>
                {
                    tried[place.Id] = true;
                    return real.CountAsync(transaction, place, stop);
                }).Twist<IAllowance>(nameof(IAllowance.ReleaseAsync), real => (Reservation place) => tried.ContainsKey(place.Id) ? Task.CompletedTask : real.ReleaseAsync(place));
            },
        },
    ];
}
