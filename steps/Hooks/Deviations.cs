using PropIQ.Steps.Hooks.Houses;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks;

/// <summary>What a target's known deviations mean for a run.</summary>
public static class Deviations
{
    /// <summary>Those of this run's target.</summary>
    public static IReadOnlyList<KnownDeviation> Known
    {
        get
        {
            try
            {
                return TheHouse.Target?.Deviations ?? [];
            }
            catch (TargetException)
            {
                // A scenario has told it.
                return [];
            }
        }
    }

    /// <summary>The deviation that excuses a scenario's failure; null if none does, or not any more.</summary>
    public static KnownDeviation? Excusing(string scenario, IReadOnlyCollection<string> cases, IEnumerable<KnownDeviation> known, DateOnly today) =>
        known.FirstOrDefault(each => !each.IsOver(today) && (each.Case == scenario || cases.Contains(each.Case)));

    /// <summary>
    /// What is wrong with the deviations themselves: those that name nothing, and those of which everything passed. Scenarios
    /// that were not run, or could not be checked, leave it open.
    /// </summary>
    /// <param name="known">The target's deviations.</param>
    /// <param name="all">How many tests there are, by the name of their scenario and by the case.</param>
    /// <param name="ends">What came of those that were run.</param>
    public static IReadOnlyList<string> Complaints(IEnumerable<KnownDeviation> known, IReadOnlyDictionary<string, int> all, IReadOnlyList<ScenarioEnd> ends)
    {
        var complaints = new List<string>();
        foreach (var each in known)
        {
            var mine = ends.Where(end => $"{end.Feature}{KnownDeviation.Separator}{end.Scenario}" == each.Case || end.Cases.Contains(each.Case)).ToList();
            if (!all.TryGetValue(each.Case, out var count))
            {
                complaints.Add($"\"{each.Case}\" is no {(each.IsScenario ? "scenario" : "case of features/edge-cases.yaml that a scenario has")}: correct or remove its line.");
            }
            else if (mine.Count == count && mine.TrueForAll(end => end.Ending == Ending.Kept))
            {
                complaints.Add($"\"{each.Case}\" deviates no more ({each.Reason}): all {count} of its scenarios passed. Remove its line.");
            }
        }

        return complaints;
    }
}
