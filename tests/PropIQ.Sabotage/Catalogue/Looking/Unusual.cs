using PropIQ.ReferenceApi.Analyses.Exports.Pdf;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>What is longer, smaller or farther away than usual is looked at wrongly.</summary>
internal static class Unusual
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("limited_coverage_ranks_last", "In a comparison, an analysis of limited coverage stands behind all with full coverage, however good it is.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14", "3.3"],
            Host = host => host.Twist<IRanking>(
                nameof(IRanking.BestFirst),
                real => new Func<IEnumerable<StoredAnalysis>, IReadOnlyList<StoredAnalysis>>(
                    analyses => real.BestFirst(analyses).OrderBy(analysis => analysis.Coverage).ToList())),
        },
        new("long_summaries_take_two_pages", "An analysis with a long summary goes over two pages of the PDF.")
        {
            Cases = ["export_batch_5_properties"],
            Clauses = ["3.13"],
            Host = host => host.TwistOnly<IExportWriter, PdfExport>(
                nameof(IExportWriter.Write),
                real => (IReadOnlyList<StoredAnalysis> analyses) => real.Write(
                    analyses.SelectMany(analysis => Enumerable.Repeat(analysis, analysis.Summary.Length > 500 ? 2 : 1)).ToList())),
        },
        new("truncated_is_said_of_full_pages_only", "Whoever pages through the history on Free, fewer than ten at a time, is not told that there is more.")
        {
            Cases = ["free_tier_history_limit_10_items"],
            Clauses = ["3.11"],
            Host = host => host.Intercept("/propiq/history", (context, real) => ChangedAnswer.OfAsync(
                context,
                real,
                answer =>
                {
                    if (answer["items"]!.AsArray().Count < 10)
                    {
                        answer["truncated"] = false;
                    }
                })),
        },
    ];
}
