using System.Globalization;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>A load as Markdown, for a job's page.</summary>
internal static class LoadSummary
{
    public static string Write(LoadReport report)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var all = report.Metrics;
        text.WriteLine("## PropIQ under load");
        text.WriteLine();
        text.WriteLine($"{Cell(report.Run.Plan)}: **{report.Run.Verdict.Replace('_', ' ')}**. " + string.Create(CultureInfo.InvariantCulture,
            $"{all.HttpReqs.Count} requests ({all.HttpReqs.Rate:0.0}/s), {all.HttpReqFailed.Rate:P2} failed, {all.RateLimited} rate-limited, {all.DroppedIterations} arrivals dropped."));
        foreach (var warning in report.Run.Doubts.Select(doubt => $"**Unreliable:** {doubt}").Concat(report.Run.Incomplete ? [$"**Incomplete:** {report.Run.IncompleteReason}"] : []))
        {
            text.WriteLine();
            text.WriteLine(Cell(warning));
        }

        text.WriteLine();
        text.WriteLine("| Action | Requests | Failed | p50 ms | p95 ms | p99 ms | max ms |");
        text.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var entry in report.ByAction)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {entry.Action} | {entry.Requests} | {entry.Failed} | {entry.Corrected.Med:0.0} | {entry.Corrected.P95:0.0} | {entry.Corrected.P99:0.0} | {entry.Corrected.Max:0.0} |"));
        }

        if (report.Thresholds.Count > 0)
        {
            text.WriteLine();
            text.WriteLine("| Threshold | | |");
            text.WriteLine("|---|---|---|");
            foreach (var threshold in report.Thresholds)
            {
                text.WriteLine($"| `{Cell(threshold.Threshold)}` | {(threshold.Kept ? "kept" : "**crossed**")} | {Cell(threshold.Detail)} |");
            }
        }

        return text.ToString();
    }

    private static string Cell(string text) => Simulator.Reports.JobSummary.Cell(text);
}
