using System.Globalization;
using PropIQ.Steps.Hooks.Evidence;

namespace PropIQ.Steps.Hooks;

/// <summary>What is to be said at the end of a run beyond what passed and failed: what was run against, and what could not be checked.</summary>
public static class RunSummary
{
    /// <summary>The sentences; none when no scenario ran.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ScenarioEnd> ends)
    {
        var sentences = new List<string>();
        if (TargetFacts.Known is { } target)
        {
            sentences.Add($"Run against {target.Target} at {target.Url} ({target.Build ?? "which does not say what it is"}).");
        }

        var missing = ends.Where(end => end.Ending == Ending.NotChecked).ToList();
        if (missing.Count > 0)
        {
            var counts = missing.SelectMany(end => end.Missing).CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal);
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{missing.Count} of {ends.Count} scenarios could not be checked here: {string.Join(", ", counts.Select(count => $"{count.Key} ({count.Value})"))}."));
        }

        var known = ends.Count(end => end.Ending == Ending.KnownDeviation);
        if (known > 0)
        {
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{known} of {ends.Count} scenarios failed as is known of this target."));
        }

        return [.. sentences, .. RunLedger.Notes];
    }
}
