using PropIQ.LivingDocs.Kills;
using PropIQ.Sabotage.Running;

namespace PropIQ.Sabotage.Reports;

/// <summary>Judges trials. A kill is a Then, of a scenario about the very case, that did not hold although it does without the fault.</summary>
internal static class MatrixBuilder
{
    /// <summary>The scenarios that were met, by id.</summary>
    public static IReadOnlyList<MatrixScenario> ScenariosOf(IEnumerable<Trial> trials) =>
    [
        .. trials.SelectMany(trial => trial.Ends.Values).Select(end => end.Scenario).DistinctBy(scenario => scenario.Id).OrderBy(scenario => scenario.Id, StringComparer.Ordinal),
    ];

    /// <summary>The row of a trial. Scenarios in <paramref name="redAnyway"/> fail without any fault: what they say proves nothing.</summary>
    public static MatrixRow RowOf(Trial trial, IReadOnlyList<MatrixScenario> scenarios, IReadOnlySet<string> redAnyway)
    {
        var saboteur = trial.Saboteur;
        var kills = trial.Ends.Values.Where(end => end.Cell == Cell.Killed && !redAnyway.Contains(end.Scenario.Id)).OrderBy(end => end.Scenario.Id, StringComparer.Ordinal).ToList();
        var proofs = saboteur.Cases
            .Select(id => (Case: id, End: kills.FirstOrDefault(end => end.Scenario.Cases.Contains(id))))
            .Where(each => each.End is not null)
            .Select(each => new CaseProof(each.Case, each.End!.Scenario.Id, each.End.Step, each.End.Said))
            .ToList();
        string[] unproven = [.. saboteur.Cases.Except(proofs.Select(proof => proof.Case))];
        return new MatrixRow(
            saboteur.Id,
            saboteur.Breaks,
            saboteur.Area,
            saboteur.Cases,
            saboteur.Clauses,
            VerdictOf(trial, unproven),
            trial.Trouble ?? saboteur.MaySurvive ?? UnclearOf(trial, unproven),
            Math.Round(trial.Took.TotalSeconds, 1),
            string.Concat(scenarios.Select(scenario => trial.Ends.TryGetValue(scenario.Id, out var end) ? end.Cell : Cell.NotPlayed)),
            proofs,
            unproven,
            [.. trial.Ends.Values.Where(end => end.Cell == Cell.Red).OrderBy(end => end.Scenario.Id, StringComparer.Ordinal).Select(end => new OtherRed(end.Scenario.Id, end.Step, end.Said))]);
    }

    /// <summary>Scenarios that failed although nothing was wrong.</summary>
    public static IReadOnlySet<string> RedAnyway(IEnumerable<Trial> trials) => trials
        .Where(trial => trial.Saboteur.Cases.Count == 0)
        .SelectMany(trial => trial.Ends.Values)
        .Where(end => end.Cell is Cell.Killed or Cell.Red)
        .Select(end => end.Scenario.Id)
        .ToHashSet();

    /// <summary>True when a trial tells nothing of a case, or when the control turned something red.</summary>
    public static bool IsUnclear(Trial trial) => RowOf(trial, [], new HashSet<string>()) is { Verdict: Verdict.Unknown } or { Verdict: Verdict.Killed, Cases.Count: 0 };

    /// <summary>True when no Then of a case has noticed.</summary>
    public static bool HasSurvived(Trial trial) => RowOf(trial, [], new HashSet<string>()).Verdict == Verdict.Survived;

    /// <summary>
    /// Why nothing can be said of a case: its scenarios did not come as far as to judge. Null when they did, or never began.
    /// </summary>
    public static string? UnclearOf(Trial trial, IReadOnlyCollection<string> unproven)
    {
        var stuck = trial.Ends.Values.FirstOrDefault(end => end.Cell == Cell.Red && end.Scenario.Cases.Any(unproven.Contains));
        return stuck is null ? null : $"\"{stuck.Scenario.Name}\" failed otherwise, in \"{stuck.Step}\": {stuck.Said}";
    }

    private static string VerdictOf(Trial trial, IReadOnlyCollection<string> unproven)
    {
        if (trial.Trouble is not null || (trial.Saboteur.Cases.Count > 0 && UnclearOf(trial, unproven) is not null))
        {
            return Verdict.Unknown;
        }

        if (trial.Saboteur.Cases.Count == 0)
        {
            return trial.Ends.Values.Any(end => end.Cell is Cell.Killed or Cell.Red) ? Verdict.Killed : Verdict.Harmless;
        }

        return unproven.Count == 0 ? Verdict.Killed : trial.Saboteur.MaySurvive is null ? Verdict.Survived : Verdict.Allowed;
    }
}
