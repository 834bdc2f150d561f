using System.Collections.Concurrent;

namespace PropIQ.Steps.Hooks;

/// <summary>
/// Which cases of the catalogue were met in this run, and which of them by a scenario that ran: a case whose scenarios were
/// all skipped has not been checked, however green the run is.
/// </summary>
public static class CaseLedger
{
    private const string EdgeTag = "edge:";
    private static readonly ConcurrentDictionary<string, bool> Cases = new();

    /// <summary>Cases that were met but by skipped scenarios only.</summary>
    public static IReadOnlyList<string> Unchecked => [.. Cases.Where(each => !each.Value).Select(each => each.Key).Order(StringComparer.Ordinal)];

    /// <summary>A scenario with these tags begins.</summary>
    public static void Met(IEnumerable<string> tags)
    {
        foreach (var id in Ids(tags))
        {
            Cases.TryAdd(id, false);
        }
    }

    /// <summary>A scenario with these tags has run, well or badly.</summary>
    public static void Checked(IEnumerable<string> tags)
    {
        foreach (var id in Ids(tags))
        {
            Cases[id] = true;
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<string> tags) =>
        tags.Where(tag => tag.StartsWith(EdgeTag, StringComparison.Ordinal)).Select(tag => tag[EdgeTag.Length..]);
}
