using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Analyses.Exports;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.ReferenceApi.Domain.Export.Csv;
using PropIQ.ReferenceApi.Analyses.Exports.Pdf;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>Files hold the wrong things, or go to the wrong people.</summary>
internal static class Exports
{
    private static readonly string[] Batches = ["export_batch_5_properties", "large_export_8_properties", "export_large_dataset_50_properties"];

    public static IReadOnlyList<Saboteur> All =>
    [
        new("export_drops_the_last", "A spreadsheet holds one analysis fewer than was ordered.")
        {
            Cases = ["large_export_8_properties", "export_large_dataset_50_properties", "export_fewer_than_ordered", "export_chosen_analyses"],
            Clauses = ["3.13"],
            Host = Writing<CsvExport>((real, analyses) => real.Write([.. analyses.SkipLast(1)])),
        },
        new("pdf_drops_the_last", "A PDF has one page fewer than analyses were ordered.")
        {
            Cases = [.. Batches, "fast_session_under_15_minutes"],
            Clauses = ["3.13"],
            Host = Writing<PdfExport>((real, analyses) => real.Write([.. analyses.SkipLast(1)])),
        },
        new("one_page_a_house", "A house that was analysed twice has one page in the PDF.")
        {
            Cases = ["export_batch_5_properties"],
            Clauses = ["3.13"],
            Host = Writing<PdfExport>((real, analyses) => real.Write([.. analyses.DistinctBy(analysis => analysis.Address)])),
        },
        new("json_drops_the_last", "A JSON file holds one analysis fewer than was ordered.")
        {
            Cases = ["export_batch_5_properties", "export_large_dataset_50_properties", "own_history_only"],
            Clauses = ["3.13"],
            Host = Writing<JsonExport>((real, analyses) => real.Write([.. analyses.SkipLast(1)])),
        },
        new("export_ends_at_forty", "A large portfolio is cut off in the file.")
        {
            Cases = ["export_large_dataset_50_properties"],
            Clauses = ["3.13"],
            Host = Writing<CsvExport>((real, analyses) => real.Write([.. analyses.Take(40)])),
        },
        new("export_ends_at_a_hundred", "A file holds no more than a page of the history.")
        {
            Cases = ["export_large_dataset_50_properties"],
            Clauses = ["3.13"],
            Host = Writing<CsvExport>((real, analyses) => real.Write([.. analyses.Take(100)])),
        },
        new("export_of_the_oldest", "The oldest analyses are exported instead of the newest.")
        {
            Cases = Batches,
            Clauses = ["3.13"],
            Host = host => host.Twist<ReferenceApi.Analyses.IAnalysisStore>(
                nameof(ReferenceApi.Analyses.IAnalysisStore.NewestAsync),
                real => async (Npgsql.NpgsqlConnection connection, Guid user, int skip, int take, CancellationToken stop) =>
                    await real.CountAsync(connection, user, stop) is var total && total > take
                        ? await real.NewestAsync(connection, user, total - take, take, stop)
                        : await real.NewestAsync(connection, user, skip, take, stop)),
        },
        new("export_on_free", "Free has exports.")
        {
            Cases = ["free_tier_export_restriction", "order_of_refusals"],
            Clauses = ["3.13"],
            Host = host => host.Twist<IExportPolicy>(nameof(IExportPolicy.Allows), _ => (Plan plan) => true),
        },
        new("exports_cost_analyses", "Each export costs an analysis.")
        {
            Cases = ["export_batch_5_properties"],
            Clauses = ["3.7"],
            Host = host => host.Intercept("/propiq/export", async (context, real) =>
            {
                await real(context);
                await context.RequestServices.CountAnywayAsync(context.Features.Get<Caller>()!.UserId);
            }),
        },
        new("starter_has_no_exports", "Exports are for Pro and Elite.")
        {
            Cases = ["export_batch_5_properties"],
            Clauses = ["3.13"],
            Host = host => host.Twist<IExportPolicy>(nameof(IExportPolicy.Allows), real => (Plan plan) => plan.Tier > Tier.Starter && real.Allows(plan)),
        },
        new("export_of_fewer_refused", "Whoever orders more than there is gets nothing.")
        {
            Cases = ["export_fewer_than_ordered"],
            Clauses = ["3.13"],
            Host = host => host.Intercept("/propiq/export", (context, real) => context.Features.Get<JsonBody>()?.Integer("count") is { IsGiven: true, Value: 500 }
                ? throw new Refusal(404, "not_found", "There are not so many analyses.")
                : real(context)),
        },
        new("exported_count_is_what_was_ordered", "A file is said to hold what was ordered, also when there was less.")
        {
            Cases = ["export_fewer_than_ordered"],
            Clauses = ["3.13"],
            Host = host => host.Intercept("/propiq/export", (context, real) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (context.Response.Headers.ContainsKey("X-Exported-Count") && context.Features.Get<JsonBody>()!.Integer("count") is { IsGiven: true, Value: var ordered })
                    {
                        context.Response.Headers["X-Exported-Count"] = $"{ordered}";
                    }

                    return Task.CompletedTask;
                });
                return real(context);
            }),
        },
        new("leaving_customers_cannot_export", "Whoever has said to leave at the month's end has no exports any more, though the month is paid.")
        {
            Cases = ["subscription_to_end"],
            Clauses = ["5.3"],
            Host = host => host.Intercept("/propiq/export", async (context, real) =>
            {
                if (await context.RequestServices.IsThereAsync(
                    "select exists (select from subscriptions where user_id = @UserId and cancel_at_period_end and status <> 'canceled')",
                    new { context.Features.Get<Caller>()!.UserId }))
                {
                    throw new Refusal(403, "export_requires_paid_plan", "Export feature requires paid subscription");
                }

                await real(context);
            }),
        },
        new("chosen_analyses_ignored", "Instead of the analyses that were chosen the newest are exported.")
        {
            Cases = ["export_chosen_analyses"],
            Clauses = ["3.13"],
            Host = Ordering(order =>
            {
                if (order["analysis_ids"] is JsonArray ids && ids.Count > 0)
                {
                    order.Remove("analysis_ids");
                    order["count"] = ids.Count;
                }
            }),
        },
        new("any_order_is_an_order", "An export order that makes no sense brings some file or other.")
        {
            Cases = ["export_order_invalid", "order_of_refusals"],
            Clauses = ["3.13"],
            Host = Ordering(order =>
            {
                order["format"] = order["format"]?.ToString() is "csv" or "json" or "pdf" ? order["format"]!.ToString() : "csv";
                if (order["analysis_ids"] is not JsonArray { Count: > 0 })
                {
                    order.Remove("analysis_ids");
                    order["count"] = Math.Clamp(order["count"] is JsonValue count && count.TryGetValue<int>(out var number) ? number : 1, 1, 500);
                }
            }),
        },
        new("five_hundred_and_one_exported", "An export may hold more than 500 analyses.")
        {
            Cases = ["export_order_invalid"],
            Clauses = ["3.13"],
            Host = Ordering(order =>
            {
                if (order["count"] is JsonValue count && count.TryGetValue<int>(out var number) && number > ExportOrder.Most)
                {
                    order["count"] = ExportOrder.Most;
                }
            }),
        },
    ];

    internal static Action<IServiceCollection> Writing<TWriter>(Func<IExportWriter, IReadOnlyList<StoredAnalysis>, byte[]> instead)
        where TWriter : IExportWriter => host => host.TwistOnly<IExportWriter, TWriter>(
            nameof(IExportWriter.Write), real => (IReadOnlyList<StoredAnalysis> analyses) => instead(real, analyses));

    private static Action<IServiceCollection> Ordering(Action<JsonObject> change) =>
        host => host.Intercept("/propiq/export", (context, real) => real(context.WithBody(change)));
}
