using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>Histories and look-ups show the wrong things.</summary>
internal static class Histories
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("eleven_history_items", "Free shows eleven analyses.")
        {
            Cases = ["free_tier_history_limit_10_items", "courses_of_events"],
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
        new("history_shows_each_house_once", "Of a house that was analysed twice the history shows the newest analysis alone.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7", "3.11"],
            Host = Newest(async (real, connection, user, skip, take, stop) => [.. (await real.NewestAsync(connection, user, skip, take, stop)).DistinctBy(analysis => analysis.Address)]),
        },
        new("ten_of_ten_are_truncated", "A history of exactly ten says that there is more.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = host => host.Intercept("/propiq/history", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
                answer["truncated"] = (int)answer["total"]! == 10 || (bool)answer["truncated"]!)),
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
        new("hidden_analyses_cannot_be_compared", "On Free, analyses that the history hides can be opened, but not compared.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11", "5.9"],
            Host = Finding("/propiq/compare", async (real, connection, user, ids, stop) =>
            {
                var found = await real.FindAsync(connection, user, ids, stop);
                var hides = await Dapper.SqlMapper.ExecuteScalarAsync<bool>(connection, "select tier = 'free' from users where id = @user", new { user });
                var newest = await real.NewestAsync(connection, user, 0, 10, stop);
                return hides ? [.. found.Where(analysis => newest.Any(shown => shown.Id == analysis.Id))] : found;
            }),
        },
        new("opened_by_another_number", "An analysis that is opened says that it is another.")
        {
            Cases = ["property_types", "price_bounds"],
            Clauses = ["3.12"],
            Host = host => host.Intercept("/propiq/analyses/{id}", (context, real) => ChangedAnswer.OfAsync(context, real, answer => answer["analysis_id"] = Guid.NewGuid().ToString())),
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
        new("newest_is_what_was_done_last", "Of two analyses at work together the history begins with the one that took longer, though it was submitted first.")
        {
            Cases = ["history_paging"],
            Clauses = ["3.11"],
            Host = host => host.Twist<IAnalysisStore>(
                nameof(IAnalysisStore.NewestAsync),
                real => async Task<IReadOnlyList<StoredAnalysis>> (NpgsqlConnection connection, Guid user, int skip, int take, CancellationToken stop) =>
                    [.. (await real.NewestAsync(connection, user, 0, int.MaxValue, stop)).OrderByDescending(analysis => analysis.Sequence).Skip(skip).Take(take)]),
        },
        new("history_remembered_for_each_session", "What was analysed on one device does not show on another that has looked at the history before.")
        {
            Cases = ["history_paging"],
            Clauses = ["2.8", "3.11"],
            Host = host =>
            {
                var pages = new ConcurrentDictionary<Guid, ConcurrentDictionary<string, string>>();
                host.Intercept("/propiq/analyze", async (context, real) =>
                {
                    await real(context);
                    pages.TryRemove(context.Features.Get<Caller>()!.SessionId, out _);
                });
                host.Intercept("/propiq/history", async (context, real) =>
                {
                    var remembered = pages.GetOrAdd(context.Features.Get<Caller>()!.SessionId, _ => []);
                    var page = context.Request.QueryString.Value ?? "";
                    if (remembered.TryGetValue(page, out var known))
                    {
                        context.Response.ContentType = "application/json; charset=utf-8";
                        await context.Response.WriteAsync(known, context.RequestAborted);
                        return;
                    }

                    await ChangedAnswer.OfAsync(context, real, answer => remembered[page] = answer.ToJsonString());
                });
            },
        },
    ];

    private static Action<IServiceCollection> Showing(Func<IHistoryPolicy, Plan, int, int> instead) =>
        host => host.Twist<IHistoryPolicy>(nameof(IHistoryPolicy.Shown), real => (Plan plan, int stored) => instead(real, plan, stored));

    private static Action<IServiceCollection> Newest(Func<IAnalysisStore, NpgsqlConnection, Guid, int, int, CancellationToken, Task<IReadOnlyList<StoredAnalysis>>> instead) => host => host.Twist<IAnalysisStore>(
        nameof(IAnalysisStore.NewestAsync),
        real => (NpgsqlConnection connection, Guid user, int skip, int take, CancellationToken stop) => instead(real, connection, user, skip, take, stop));

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
