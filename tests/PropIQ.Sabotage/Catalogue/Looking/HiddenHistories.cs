using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Exports;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>Analyses are hidden, or left out of a file, that the plan shows.</summary>
internal static class HiddenHistories
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("hidden_history_stays_as_it_was", "After a move to Free the ten of that day are shown, not those that are made since.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = host => host.Twist<IAnalysisStore>(nameof(IAnalysisStore.NewestAsync), real =>
            {
                var shown = new ConcurrentDictionary<(Guid, int), IReadOnlyList<StoredAnalysis>>();
                return async (NpgsqlConnection connection, Guid user, int skip, int take, CancellationToken stop) =>
                {
                    var found = await real.NewestAsync(connection, user, skip, take, stop);
                    return await IsFreeAsync(connection, user) && await real.CountAsync(connection, user, stop) > 10 ? shown.GetOrAdd((user, skip), found) : found;
                };
            }),
        },
        new("history_begins_with_the_month", "Free shows the newest ten of this month only.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = host => host.AddHttpContextAccessor().Twist<IAnalysisStore>(
                nameof(IAnalysisStore.NewestAsync),
                (real, provider) => async (NpgsqlConnection connection, Guid user, int skip, int take, CancellationToken stop) =>
                {
                    var found = await real.NewestAsync(connection, user, skip, take, stop);
                    var now = provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Caller>()!.Clock.GetUtcNow();
                    return await IsFreeAsync(connection, user) ? [.. found.Where(analysis => analysis.CreatedAt >= new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero))] : found;
                }),
        },
        new("last_page_is_lost", "What is left for the last page of a history is not shown when it does not fill it.")
        {
            Cases = ["history_paging"],
            Clauses = ["3.11"],
            Host = host => host.Intercept("/propiq/history", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
            {
                if (context.Request.Query["offset"] is [{ } offset] && offset != "0" && answer["items"] is JsonArray items && items.Count < (int)answer["limit"]!)
                {
                    items.Clear();
                }
            })),
        },
        new("changed_subscribers_export_ten", "Whoever left and came back, or changed the subscription, exports the newest ten at most.")
        {
            Cases = ["history_back_after_downgrade"],
            Clauses = ["3.13", "5.9"],
            Host = host => host.Intercept("/propiq/export", async (context, real) =>
            {
                var changed = await context.RequestServices.IsThereAsync("select exists (select from former_subscriptions where user_id = @UserId)", new { context.Features.Get<Caller>()!.UserId });
                await real(context.WithBody(order =>
                {
                    if (changed && order["count"] is JsonValue count && count.TryGetValue<int>(out var number) && number is > 10 and <= ExportOrder.Most)
                    {
                        order["count"] = 10;
                    }
                }));
            }),
        },
        new("five_hundredth_is_left_out", "The largest export holds 499 analyses.")
        {
            Cases = ["export_large_dataset_50_properties"],
            Clauses = ["3.13"],
            Host = host => host.Twist<IExportWriter>(nameof(IExportWriter.Write), real => (IReadOnlyList<StoredAnalysis> analyses) => real.Write([.. analyses.Take(ExportOrder.Most - 1)])),
        },
    ];

    private static Task<bool> IsFreeAsync(NpgsqlConnection connection, Guid user) => connection.ExecuteScalarAsync<bool>("select tier = 'free' from users where id = @user", new { user });
}
