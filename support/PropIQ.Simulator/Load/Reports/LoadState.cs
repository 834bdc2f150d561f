using PropIQ.Simulator.Load.Histograms;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>What a report is made of: of a run, or read back from reports to be merged.</summary>
internal sealed record LoadState(LoadRunSection Run, Tally Measured, TimeLine OverTime, WarmUpSection WarmUp, int MostUsers, IReadOnlyList<ClientSection> Clients, IReadOnlyList<ThresholdOrder> Thresholds)
{
    /// <summary>What a report holds.</summary>
    /// <exception cref="FormatException">A histogram in it is damaged.</exception>
    public static LoadState From(LoadReport report)
    {
        var measured = new Tally(report.Run.SignificantDigits) { Elapsed = TimeSpan.FromSeconds(report.Run.DurationSeconds) };
        foreach (var entry in report.ByPersonaAndAction)
        {
            measured.Put(entry.Persona ?? "", ActionOf(entry.Action), CellOf(entry, report.Run.SignificantDigits));
        }

        foreach (var error in report.Errors)
        {
            measured.Errors.Add(ActionOf(error.Action), new(error.Kind, error.Status, error.Code, error.First), error.Count);
        }

        measured.Iterated(report.Metrics.Iterations.Count);
        measured.Drop(report.Metrics.DroppedIterations);
        measured.Interrupt(report.Metrics.Interrupted);
        measured.HoldBack(report.Metrics.HeldBack);
        var overTime = new TimeLine(report.OverTime.SliceSeconds);
        foreach (var slice in report.OverTime.Slices)
        {
            overTime.Append(SliceOf(slice));
        }

        return new(report.Run, measured, overTime, report.WarmUp, report.Metrics.VusMax, report.Clients, [.. report.Thresholds.Select(threshold => new ThresholdOrder(threshold.Threshold, threshold.AbortOnFail, TimeSpan.Zero))]);
    }

    private static Cell CellOf(CellEntry entry, int digits)
    {
        var cell = new Cell(digits)
        {
            Requests = entry.Requests,
            Failed = entry.Failed,
            RateLimited = entry.RateLimited,
            RefusedByPlan = entry.RefusedByPlan,
            SessionsOver = entry.SessionsOver,
            Timeouts = entry.Timeouts,
            ChecksPassed = entry.ChecksPassed,
            ChecksFailed = entry.ChecksFailed,
        };
        cell.Corrected.Add(HistogramText.Read(entry.CorrectedHistogram ?? throw Missing()));
        cell.Service.Add(HistogramText.Read(entry.ServiceHistogram ?? throw Missing()));
        return cell;
    }

    private static Slice SliceOf(SliceEntry entry) => new()
    {
        Requests = entry.Requests,
        Failed = entry.Failed,
        RateLimited = entry.RateLimited,
        Dropped = entry.Dropped,
        Users = entry.Vus,
        InFlight = entry.InFlight,
        Corrected = HistogramText.Read(entry.Histogram),
    };

    private static LoadAction ActionOf(string? name) => LoadActions.Find(name ?? "") ?? throw new FormatException($"\"{name}\" is no action under load.");

    private static FormatException Missing() => new("A histogram is missing.");
}
