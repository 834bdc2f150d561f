using System.Globalization;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Histograms;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Running;
using PropIQ.Simulator.Load.Thresholds;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>Makes the report of a load: judges its thresholds, and whether its figures can be trusted.</summary>
internal static class LoadReportBuilder
{
    /// <summary>The report of a run.</summary>
    public static LoadReport Build(LoadResult result, IReadOnlyList<PreflightEntry> preflight)
    {
        var (order, plan) = (result.Order, result.Order.Plan);
        var run = new LoadRunSection
        {
            RunId = order.RunId,
            StartedAt = result.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Target = order.Target.Url.GetLeftPart(UriPartial.Path),
            TargetKind = order.Target.Kind,
            Profile = order.Profile.Source,
            Seed = order.Seed,
            Plan = (plan with { Shard = Shard.Whole }).InWords,
            Executor = LoadReader.Executors[(int)plan.Executor],
            SignificantDigits = plan.Digits,
            Shards = [plan.Shard.Number],
            ShardsPlanned = plan.Shard.Of,
            Seeding = InWords(result.Seeding),
            Incomplete = result.Stop != StopCause.None,
            IncompleteReason = result.StopReason,
            ExitCode = Code(result.Stop),
            Preflight = preflight,
        };
        var warmUp = result.Meter.WarmUp.Sum();
        return Build(new(
            run,
            result.Meter.Measured,
            result.Meter.OverTime,
            new(result.Meter.WarmUp.Elapsed.TotalSeconds, warmUp.Requests, warmUp.Failed, warmUp.RateLimited, Timings.Of(warmUp.Corrected)),
            result.Meter.MostUsers,
            [new(plan.Shard.Number, result.Client)],
            plan.Thresholds));
    }

    /// <summary>The report of a state; its run section says whether it is incomplete.</summary>
    public static LoadReport Build(LoadState state)
    {
        var measured = state.Measured;
        var thresholds = state.Thresholds.Select(order => (order, result: Threshold.Judge(order.Text, measured)))
            .Select(each => new ThresholdEntry(each.result.Threshold, each.result.Kept, each.result.Measured, each.result.Detail, each.order.AbortOnFail)).ToList();
        string[] doubts = [.. state.Clients.SelectMany(client => Reliability.Doubts(client.Health, measured).Select(doubt => state.Clients.Count > 1 ? $"shard {client.Shard}: {doubt}" : doubt)).Distinct()];
        return new()
        {
            Run = Judge(state.Run with { DurationSeconds = measured.Elapsed.TotalSeconds, Doubts = doubts }, thresholds),
            Metrics = Metrics(measured, state.MostUsers),
            Thresholds = thresholds,
            ByAction = [.. measured.Cells.GroupBy(cell => cell.Key.Action).OrderBy(group => group.Key).Select(group => Entry(null, group.Key, measured.Sum((_, action) => action == group.Key)))],
            ByPersona = [.. measured.Cells.GroupBy(cell => cell.Key.Persona).Select(group => Entry(group.Key, null, measured.Sum((persona, _) => persona == group.Key)))],
            ByPersonaAndAction =
            [
                .. measured.Cells.Select(cell => Entry(cell.Key.Persona, cell.Key.Action, cell.Value) with
                {
                    CorrectedHistogram = HistogramText.Write(cell.Value.Corrected),
                    ServiceHistogram = HistogramText.Write(cell.Value.Service),
                }),
            ],
            Errors = [.. measured.Errors.All.Select(error => new LoadErrorEntry(LoadActions.NameOf(error.Action), error.Failure.Kind, error.Failure.Status, error.Failure.Code, error.Count, error.Failure.Sentence))],
            OverTime = new(state.OverTime.SecondsEach, [.. state.OverTime.Slices.Select((slice, place) => Entry(slice, place * state.OverTime.SecondsEach))]),
            WarmUp = state.WarmUp,
            Clients = state.Clients,
        };
    }

    private static LoadRunSection Judge(LoadRunSection run, IReadOnlyList<ThresholdEntry> thresholds)
    {
        var crossed = thresholds.Any(threshold => !threshold.Kept);
        return run with
        {
            ExitCode = run.ExitCode is not (ExitCodes.AsExpected or ExitCodes.ThresholdsCrossed or ExitCodes.Unreliable) ? run.ExitCode
                : crossed || run.ExitCode == ExitCodes.ThresholdsCrossed ? ExitCodes.ThresholdsCrossed
                : run.Incomplete ? ExitCodes.Missed
                : run.Doubts.Count > 0 ? ExitCodes.Unreliable
                : ExitCodes.AsExpected,
            Verdict = crossed ? "thresholds_crossed" : run.Incomplete ? "incomplete" : run.Doubts.Count > 0 ? "unreliable" : "passed",
        };
    }

    private static int Code(StopCause stop) => stop switch
    {
        StopCause.None => ExitCodes.AsExpected,
        StopCause.Stopped => ExitCodes.Stopped,
        StopCause.TargetGone => ExitCodes.Unreachable,
        StopCause.Threshold => ExitCodes.ThresholdsCrossed,
        StopCause.Unsafe => ExitCodes.BadInput,
        _ => ExitCodes.Missed,
    };

    private static LoadMetrics Metrics(Tally measured, int mostUsers)
    {
        var all = measured.Sum();
        var seconds = measured.Elapsed.TotalSeconds;
        Counted Each(long count) => new(count, seconds > 0 ? Math.Round(count / seconds, 3) : 0);
        Share Of(long part, long whole) => new(part, whole, whole > 0 ? (double)part / whole : 0);
        return new()
        {
            HttpReqs = Each(all.Requests),
            HttpReqDuration = Timings.Of(all.Corrected),
            ServiceTime = Timings.Of(all.Service),
            HttpReqFailed = Of(all.Failed, all.Requests),
            Checks = Of(all.ChecksPassed, all.ChecksPassed + all.ChecksFailed),
            Iterations = Each(measured.Iterations),
            DroppedIterations = measured.Dropped,
            RateLimited = all.RateLimited,
            RefusedByPlan = all.RefusedByPlan,
            SessionsOver = all.SessionsOver,
            Timeouts = all.Timeouts,
            Interrupted = measured.Interrupted,
            HeldBack = measured.HeldBack,
            VusMax = mostUsers,
        };
    }

    private static CellEntry Entry(string? persona, LoadAction? action, Cell cell) => new()
    {
        Persona = persona,
        Action = action is { } known ? LoadActions.NameOf(known) : null,
        Requests = cell.Requests,
        Failed = cell.Failed,
        RateLimited = cell.RateLimited,
        RefusedByPlan = cell.RefusedByPlan,
        SessionsOver = cell.SessionsOver,
        Timeouts = cell.Timeouts,
        ChecksPassed = cell.ChecksPassed,
        ChecksFailed = cell.ChecksFailed,
        Corrected = Timings.Of(cell.Corrected),
        Service = Timings.Of(cell.Service),
    };

    private static SliceEntry Entry(Slice slice, int at) => new()
    {
        AtSeconds = at,
        Requests = slice.Requests,
        Failed = slice.Failed,
        RateLimited = slice.RateLimited,
        Dropped = slice.Dropped,
        Vus = slice.Users,
        InFlight = slice.InFlight,
        P50 = Timings.Milliseconds(slice.Corrected.At(0.5)),
        P95 = Timings.Milliseconds(slice.Corrected.At(0.95)),
        P99 = Timings.Milliseconds(slice.Corrected.At(0.99)),
        Max = Timings.Milliseconds(slice.Corrected.Most),
        Histogram = HistogramText.Write(slice.Corrected),
    };

    private static string InWords(Users.Seeding seeding) => seeding.Accounts + seeding.Failed == 0 ? seeding.How : string.Create(
        CultureInfo.InvariantCulture,
        $"{seeding.Accounts} accounts {seeding.How}, {seeding.Sessions} sessions opened ahead, in {seeding.Took.TotalSeconds:0.0} s{(seeding.Failed > 0 ? $"; {seeding.Failed} users could not be put in place: {PropIQ.Client.Reports.Secrets.InText(seeding.FirstProblem ?? "")}" : "")}");
}
