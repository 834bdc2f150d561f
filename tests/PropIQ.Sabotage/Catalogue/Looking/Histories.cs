using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>Histories, look-ups and comparisons show the wrong things.</summary>
internal static class Histories
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("eleven_history_items", "Free shows eleven analyses.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = Showing((real, plan, stored) => real.Shown(plan with { HistoryShown = plan.HistoryShown + 1 }, stored)),
        },
        new("nine_history_items", "Free shows nine analyses.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = Showing((real, plan, stored) => real.Shown(plan with { HistoryShown = plan.HistoryShown - 1 }, stored)),
        },
        new("paid_history_limited", "A paid plan shows the newest ten only.")
        {
            Cases = ["history_paging", "placed_people_are_whole"],
            Clauses = ["3.11"],
            Host = Showing((real, plan, stored) => real.Shown(plan with { HistoryShown = 10 }, stored)),
        },
        new("history_pages_past_ten", "On Free the older analyses can be paged to.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = Showing((real, plan, stored) => plan.HistoryShown is { } shown && stored > shown ? Math.Min(stored, shown * 2) : real.Shown(plan, stored)),
        },
        new("history_oldest_first", "The history begins with what is oldest.")
        {
            Cases = ["placed_people_are_whole", "history_paging"],
            Clauses = ["3.11"],
            Host = Newest(async (real, connection, user, skip, take, stop) => [.. (await real.NewestAsync(connection, user, skip, take, stop)).Reverse()]),
        },
        new("history_pages_overlap", "The second page begins with the last of the first.")
        {
            Cases = ["history_paging"],
            Clauses = ["3.11"],
            Host = Newest((real, connection, user, skip, take, stop) => real.NewestAsync(connection, user, Math.Max(0, skip - 1), take, stop)),
        },
        new("history_page_of_fifty_at_most", "A page of a hundred holds fewer than were asked for.")
        {
            Cases = ["history_paging"],
            Clauses = ["3.11"],
            Host = Newest((real, connection, user, skip, take, stop) => real.NewestAsync(connection, user, skip, Math.Min(take, 40), stop)),
        },
        new("paging_mistakes_mended", "A page that makes no sense is answered with some other.")
        {
            Cases = ["history_paging"],
            Clauses = ["3.11"],
            Host = host => host.Intercept("/propiq/history", (context, real) =>
            {
                context.Request.QueryString = QueryString.Create("limit", Mended(context, "limit", 1, 100, "20")).Add("offset", Mended(context, "offset", 0, 1_000_000, "0"));
                return real(context);
            }),
        },
        new("old_analyses_gone", "What Free does not show cannot be opened either.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11", "5.9"],
            Host = Finding("/propiq/analyses", async (real, connection, user, ids, stop) =>
            {
                var newest = await real.NewestAsync(connection, user, 0, 10, stop);
                return [.. newest.Where(analysis => ids.Contains(analysis.Id))];
            }),
        },
        new("unknown_analysis_forbidden", "An analysis that there is not is said to be somebody else's.")
        {
            Cases = ["unknown_analysis", "another_customers_things"],
            Clauses = ["3.12"],
            Host = host => host.OnRefusal("/propiq/analyses/{id}", (_, _) => throw new Refusal(403, "forbidden", "This is not yours.")),
        },
        new("anothers_analysis_read", "Whoever knows an analysis's number can read it.")
        {
            Cases = ["another_customers_things"],
            Clauses = ["2.10"],
            Host = Finding("/propiq/analyses", FoundForAnybodyAsync),
        },
        new("anothers_analysis_exported", "Whoever knows an analysis's number can export it.")
        {
            Cases = ["another_customers_things"],
            Clauses = ["2.10"],
            Host = Finding("/propiq/export", FoundForAnybodyAsync),
        },
        new("anothers_analysis_compared", "Whoever knows an analysis's number can compare it with others.")
        {
            Cases = ["another_customers_things"],
            Clauses = ["2.10"],
            Host = Finding("/propiq/compare", FoundForAnybodyAsync),
        },
        new("anothers_analyses_in_the_history", "The history shows what others analysed, too.")
        {
            Cases = ["own_history_only"],
            Clauses = ["2.10"],
            Host = Newest(async (real, connection, user, skip, take, stop) =>
            {
                var other = await Dapper.SqlMapper.ExecuteScalarAsync<Guid>(connection, "select user_id from analyses where user_id <> @user order by sequence desc limit 1", new { user });
                return [.. (await real.NewestAsync(connection, user, skip, take, stop)).Concat(await real.NewestAsync(connection, other, 0, take, stop)).Take(take)];
            }),
        },
        new("worst_first_in_comparisons", "The comparison's first is the worst.")
        {
            Cases = ["comparison_ranking", "comparison_size"],
            Clauses = ["3.14"],
            Host = Ranking((real, analyses) => [.. real.BestFirst(analyses).Reverse()]),
        },
        new("scores_compared_as_text", "A score of nine is better than one of a hundred.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((_, analyses) => [.. analyses.OrderByDescending(analysis => analysis.DealScore.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)]),
        },
        new("scores_compared_in_whole_points", "A score of 61.5 is no better than one of 61.4.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((_, analyses) => [.. analyses.OrderByDescending(analysis => (int)analysis.DealScore)]),
        },
        new("equals_share_a_place", "Of analyses with equal scores the ranking shows one.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((real, analyses) => [.. real.BestFirst(analyses).DistinctBy(analysis => analysis.DealScore)]),
        },
        new("opened_by_another_number", "An analysis that is opened says that it is another.")
        {
            Cases = ["property_types", "price_bounds"],
            Clauses = ["3.12"],
            Host = host => host.Intercept("/propiq/analyses/{id}", (context, real) => ChangedAnswer.OfAsync(context, real, answer => answer["analysis_id"] = Guid.NewGuid().ToString())),
        },
        new("eleven_compared", "Eleven properties are compared.")
        {
            Cases = ["comparison_size"],
            Clauses = ["3.14"],
            Host = host => host.Intercept("/propiq/compare", (context, real) => real(context.WithBody(body =>
            {
                if (body["property_ids"] is System.Text.Json.Nodes.JsonArray { Count: > 10 } ids)
                {
                    ids.RemoveAt(10);
                }
            }))),
        },
        new("comparison_skips_the_unknown", "A comparison leaves out what there is not, and says nothing.")
        {
            Cases = ["comparison_size"],
            Clauses = ["3.14"],
            Host = host => host.OnRefusal("/propiq/compare", (context, refusal) =>
                refusal.Code == "not_found" ? context.Response.WriteAsJsonAsync(new { ranking = Array.Empty<object>(), best_id = "" }) : throw refusal),
        },
    ];

    private static Action<IServiceCollection> Showing(Func<IHistoryPolicy, Plan, int, int> instead) =>
        host => host.Twist<IHistoryPolicy>(nameof(IHistoryPolicy.Shown), real => (Plan plan, int stored) => instead(real, plan, stored));

    private static Action<IServiceCollection> Newest(Func<IAnalysisStore, NpgsqlConnection, Guid, int, int, CancellationToken, Task<IReadOnlyList<StoredAnalysis>>> instead) => host => host.Twist<IAnalysisStore>(
        nameof(IAnalysisStore.NewestAsync),
        real => (NpgsqlConnection connection, Guid user, int skip, int take, CancellationToken stop) => instead(real, connection, user, skip, take, stop));

    private static Action<IServiceCollection> Ranking(Func<IRanking, IEnumerable<StoredAnalysis>, IReadOnlyList<StoredAnalysis>> instead) =>
        host => host.Twist<IRanking>(nameof(IRanking.BestFirst), real => (IEnumerable<StoredAnalysis> analyses) => instead(real, analyses));

    // Only for requests to one address: what is found there is a fault of its own.
    private static Action<IServiceCollection> Finding(
        string path, Func<IAnalysisStore, NpgsqlConnection, Guid, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyList<StoredAnalysis>>> instead) => host => host
        .AddHttpContextAccessor()
        .Twist<IAnalysisStore>(
            nameof(IAnalysisStore.FindAsync),
            (real, provider) => (NpgsqlConnection connection, Guid user, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
                provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Path.StartsWithSegments(path) == true
                    ? instead(real, connection, user, ids, stop)
                    : real.FindAsync(connection, user, ids, stop));

    private static async Task<IReadOnlyList<StoredAnalysis>> FoundForAnybodyAsync(
        IAnalysisStore real, NpgsqlConnection connection, Guid user, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var owners = await Dapper.SqlMapper.QueryAsync<Guid>(connection, "select distinct user_id from analyses where id = any(@ids)", new { ids = ids.ToArray() });
        List<StoredAnalysis> found = [];
        foreach (var owner in owners)
        {
            found.AddRange(await real.FindAsync(connection, owner, ids, stop));
        }

        return found;
    }

    private static string Mended(HttpContext context, string name, long least, long most, string otherwise) =>
        long.TryParse(context.Request.Query[name], out var number) ? Math.Clamp(number, least, most).ToString(System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
