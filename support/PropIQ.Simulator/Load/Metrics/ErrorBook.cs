using PropIQ.Client.Reports;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>Failures by kind, with the first of each in words; beyond a bound, by kind alone.</summary>
internal sealed class ErrorBook
{
    private const int Most = 200;
    private const int LongestSentence = 300;

    private readonly Lock gate = new();
    private readonly Dictionary<(LoadAction Action, string Kind, int Status, string? Code), (long Count, string First)> known = [];

    public void Add(LoadAction action, Failure failure, long count)
    {
        var key = (action, failure.Kind, failure.Status, failure.Code);
        lock (gate)
        {
            if (known.Count >= Most && !known.ContainsKey(key))
            {
                key = (action, failure.Kind, 0, "other");
            }

            known[key] = known.TryGetValue(key, out var before) ? (before.Count + count, before.First) : (count, Shown(failure.Sentence));
        }
    }

    public void Add(ErrorBook other)
    {
        foreach (var (action, failure, count) in other.All)
        {
            Add(action, failure, count);
        }
    }

    /// <summary>All, the most frequent first.</summary>
    public IReadOnlyList<(LoadAction Action, Failure Failure, long Count)> All
    {
        get
        {
            lock (gate)
            {
                return
                [
                    .. known.Select(each => (each.Key.Action, new Failure(each.Key.Kind, each.Key.Status, each.Key.Code, each.Value.First), each.Value.Count))
                        .OrderByDescending(each => each.Count).ThenBy(each => each.Action).ThenBy(each => each.Item2.Kind, StringComparer.Ordinal).ThenBy(each => each.Item2.Status),
                ];
            }
        }
    }

    private static string Shown(string sentence)
    {
        var masked = Secrets.InText(sentence);
        return masked.Length <= LongestSentence ? masked : masked[..LongestSentence] + "…";
    }
}
