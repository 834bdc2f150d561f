using System.Collections.Concurrent;
using PropIQ.Steps.Hooks.Houses;

namespace PropIQ.Steps.Hooks;

/// <summary>How a scenario ended.</summary>
public enum Ending
{
    /// <summary>It passed.</summary>
    Kept,

    /// <summary>It failed.</summary>
    Broken,

    /// <summary>It failed as is known of this target.</summary>
    KnownDeviation,

    /// <summary>It could not be checked here: capabilities are missing.</summary>
    NotChecked,

    /// <summary>It was skipped for another reason: something is wrong with the run as a whole, and was told once.</summary>
    Skipped,
}

/// <summary>A scenario's end, with the cases that it is an example of and the capabilities that it missed.</summary>
public sealed record ScenarioEnd(string Feature, string Scenario, IReadOnlyList<string> Cases, Ending Ending, IReadOnlyList<string> Missing);

/// <summary>What came of the run's scenarios, for what is judged and said at its end.</summary>
public static class RunLedger
{
    private static readonly ConcurrentQueue<ScenarioEnd> Queue = new();
    private static readonly ConcurrentQueue<string> Said = new();

    /// <summary>All ends so far.</summary>
    public static IReadOnlyList<ScenarioEnd> Ends => [.. Queue];

    /// <summary>What else is to be said at the end, a sentence each.</summary>
    public static IReadOnlyList<string> Notes => [.. Said];

    /// <summary>True when capabilities may be missing here without an error: of a target, or because some are not to be used.</summary>
    public static bool MayLack => TheHouse.MayLack;

    /// <summary>
    /// Cases that were met but by skipped scenarios only, however green the run is: which of them could not be checked for
    /// want of capabilities, and which for no such reason.
    /// </summary>
    public static (IReadOnlyList<string> ForWant, IReadOnlyList<string> ForNoReason) Unchecked()
    {
        var left = Queue.SelectMany(end => end.Cases.Select(id => (id, end.Ending))).GroupBy(each => each.id, each => each.Ending)
            .Where(endings => endings.All(ending => ending is Ending.NotChecked or Ending.Skipped))
            .ToLookup(endings => endings.All(ending => ending == Ending.NotChecked), endings => endings.Key);
        return ([.. left[true].Order(StringComparer.Ordinal)], [.. left[false].Order(StringComparer.Ordinal)]);
    }

    /// <summary>Enters an end.</summary>
    internal static void Enter(ScenarioEnd end) => Queue.Enqueue(end);

    /// <summary>Has something said at the end.</summary>
    internal static void Note(string sentence) => Said.Enqueue(sentence);
}
