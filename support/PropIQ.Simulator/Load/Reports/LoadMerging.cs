using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Metrics;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>Makes one report of the shards of a load: histograms and counts are added, thresholds judged anew. A shard that is missing is said, not averaged away.</summary>
internal static class LoadMerging
{
    /// <exception cref="BadInputException">The reports are not of one load, or one shard is there twice.</exception>
    public static LoadReport Merge(IReadOnlyList<LoadReport> reports)
    {
        var first = reports[0].Run;
        Check(reports, first);
        List<LoadState> states = [.. reports.OrderBy(report => report.Run.Shards[0]).Select(Read)];
        var measured = new Tally(first.SignificantDigits);
        var overTime = new TimeLine();
        foreach (var state in states)
        {
            measured.Add(state.Measured);
            overTime.Beside(state.OverTime);
        }

        return LoadReportBuilder.Build(new(
            Run(states, first),
            measured,
            overTime,
            WarmUp(states),
            states.Sum(state => state.MostUsers),
            [.. states.SelectMany(state => state.Clients)],
            states[0].Thresholds));
    }

    private static LoadRunSection Run(List<LoadState> states, LoadRunSection first)
    {
        int[] shards = [.. states.SelectMany(state => state.Run.Shards)];
        int[] missing = [.. Enumerable.Range(1, first.ShardsPlanned).Except(shards)];
        string[] reasons =
        [
            .. missing.Length > 0 ? [$"{(missing.Length == 1 ? "shard" : "shards")} {string.Join(", ", missing)} of {first.ShardsPlanned} {(missing.Length == 1 ? "is" : "are")} missing: this is less load than was planned"] : Array.Empty<string>(),
            .. states.Where(state => state.Run.Incomplete).Select(state => $"shard {string.Join(", ", state.Run.Shards)}: {state.Run.IncompleteReason}"),
        ];

        // A shard's own thresholds were held against its own part: they are judged anew.
        int[] codes = [.. states.Select(state => state.Run.ExitCode).Where(code => code is not (ExitCodes.AsExpected or ExitCodes.ThresholdsCrossed or ExitCodes.Unreliable))];
        return first with
        {
            RunId = string.Join('+', states.Select(state => state.Run.RunId)),
            StartedAt = states.Min(state => state.Run.StartedAt)!,
            Shards = shards,
            Seeding = string.Join("; ", states.Select(state => state.Run.Seeding).Distinct()),
            Incomplete = reasons.Length > 0,
            IncompleteReason = reasons.Length > 0 ? string.Join("; ", reasons) : null,
            ExitCode = codes.Length > 0 ? codes[0] : missing.Length > 0 ? ExitCodes.Missed : ExitCodes.AsExpected,
            Preflight = [.. states.SelectMany(state => state.Run.Preflight).Distinct()],
        };
    }

    /// <summary>Warm-ups count for nothing: their longest latencies stand for all.</summary>
    private static WarmUpSection WarmUp(List<LoadState> states)
    {
        var all = states.Select(state => state.WarmUp).ToList();
        double Worst(Func<Timing, double> of) => all.Max(each => of(each.Corrected));
        return new(
            all.Max(each => each.DurationSeconds), all.Sum(each => each.Requests), all.Sum(each => each.Failed), all.Sum(each => each.RateLimited),
            new(all.Min(each => each.Corrected.Min), Worst(each => each.Avg), Worst(each => each.Med), Worst(each => each.P90), Worst(each => each.P95), Worst(each => each.P99), Worst(each => each.P999), Worst(each => each.Max)));
    }

    private static void Check(IReadOnlyList<LoadReport> reports, LoadRunSection first)
    {
        if (reports.Select(report => report.Run).FirstOrDefault(run => (run.Plan, run.Seed, run.ShardsPlanned, run.SignificantDigits) != (first.Plan, first.Seed, first.ShardsPlanned, first.SignificantDigits)) is { } other)
        {
            throw new BadInputException($"These reports are not of one load: {first.Plan}, seed {first.Seed}, {first.ShardsPlanned} shards; and {other.Plan}, seed {other.Seed}, {other.ShardsPlanned} shards.");
        }

        if (reports.SelectMany(report => report.Run.Shards).GroupBy(shard => shard).FirstOrDefault(shard => shard.Count() > 1) is { } twice)
        {
            throw new BadInputException($"Shard {twice.Key} is there twice.");
        }
    }

    private static LoadState Read(LoadReport report)
    {
        try
        {
            return LoadState.From(report);
        }
        catch (FormatException broken)
        {
            throw new BadInputException($"The report of run {report.Run.RunId} is damaged: {broken.Message}");
        }
    }
}
