using System.Globalization;
using Spectre.Console;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>A load on the screen: what was measured by action and persona, what failed, the client, the thresholds, the verdict.</summary>
internal static class LoadConsole
{
    private const int Width = 140;
    private const int MostErrors = 10;

    public static string Write(LoadReport report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Write(Latencies(report));
        text.WriteLine();
        foreach (var line in Lines(report))
        {
            text.WriteLine(line);
        }

        return text.ToString();
    }

    private static Table Latencies(LoadReport report)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new("Milliseconds from when a request was due; in the last column from when it was sent") };
        table.AddColumn("");
        foreach (var name in new[] { "requests", "failed", "rate-limited", "p50", "p95", "p99", "p99.9", "max", "p99 sent" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var entry in report.ByAction.Concat(report.ByPersona))
        {
            Row(table, entry.Action ?? entry.Persona!, entry.Requests, entry.Failed, entry.RateLimited, entry.Corrected, entry.Service);
        }

        var all = report.Metrics;
        Row(table, "all", all.HttpReqs.Count, all.HttpReqFailed.Part, all.RateLimited, all.HttpReqDuration, all.ServiceTime);
        return table;
    }

    private static void Row(Table table, string name, long requests, long failed, long rateLimited, Timing due, Timing sent) => table.AddRow(
        Markup.Escape(name), Number(requests), Number(failed), Number(rateLimited), Short(due.Med), Short(due.P95), Short(due.P99), Short(due.P999), Short(due.Max), Short(sent.P99));

    private static IEnumerable<string> Lines(LoadReport report)
    {
        var (run, all) = (report.Run, report.Metrics);
        yield return Text($"http_reqs {all.HttpReqs.Count} ({all.HttpReqs.Rate:0.0}/s)  http_req_failed {all.HttpReqFailed.Rate:P2}  rate_limited {all.RateLimited}  checks {all.Checks.Rate:P2}  iterations {all.Iterations.Count}  dropped_iterations {all.DroppedIterations}  vus_max {all.VusMax}");
        yield return Text($"refused by plan {all.RefusedByPlan}, sessions over {all.SessionsOver}, timeouts {all.Timeouts}, given up at the end {all.Interrupted}{(all.HeldBack > 0 ? $", held back by the bound {all.HeldBack}" : "")}");
        yield return Text($"Warm-up, apart: {report.WarmUp.Requests} requests in {report.WarmUp.DurationSeconds:0.#} s, p99 {Short(report.WarmUp.Corrected.P99)} ms. Users: {run.Seeding}.");
        foreach (var (shard, client) in report.Clients.Select(each => (each.Shard, each.Health)))
        {
            yield return Text($"Client{(report.Clients.Count > 1 ? $" {shard}" : "")}: {client.CpuShare:P0} of {client.Cores} cores (peak {client.CpuSharePeak:P0}), {client.CpuSeconds:0.0} CPU s, {client.MemoryMegabytesPeak:0} MB, GC paused {client.GcPauseShare:P1}, ticks late p99 {client.SchedulingLagP99:0.0} ms, sends late p99 {client.SendLagP99:0.0} ms, {client.ConnectionsPeak} connections at most ({client.ConnectionsOpened} opened) from {client.Addresses} addresses{(client.TargetInProcess ? "; the target is in this process, and in these figures" : "")}");
        }

        foreach (var error in report.Errors.Take(MostErrors))
        {
            yield return Text($"FAILED {error.Count} × {error.Action}: {error.Kind}{(error.Status > 0 ? $" {error.Status}" : "")}{(error.Code is { } code ? $" {code}" : "")}; the first: {error.First}");
        }

        foreach (var threshold in report.Thresholds)
        {
            yield return Text($"{(threshold.Kept ? "kept   " : "CROSSED")} {threshold.Threshold}: {threshold.Detail}");
        }

        if (run.Incomplete)
        {
            yield return $"INCOMPLETE: {run.IncompleteReason}";
        }

        foreach (var doubt in run.Doubts)
        {
            yield return $"UNRELIABLE: {doubt}";
        }

        yield return $"Verdict: {run.Verdict.Replace('_', ' ')}{(run.Doubts.Count > 0 && run.Verdict != "unreliable" ? ", and unreliable" : "")}";
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Short(double milliseconds) => milliseconds.ToString(milliseconds < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
