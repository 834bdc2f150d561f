using PropIQ.LivingDocs.Kills;

namespace PropIQ.Proof.Wire;

/// <summary>Who is shown which fault next: every scenario another one in each round, until each fault was noticed or shown to all who can see it.</summary>
internal sealed class Rota
{
    // So often everything is shown to somebody before the rare things are seen to.
    private const int Enough = 6;

    private readonly Dictionary<WireFault, char> verdicts;
    private readonly Dictionary<WireFault, int> viewers;
    private readonly Dictionary<WireFault, int> shown = [];
    private readonly Dictionary<string, HashSet<WireFault>> left;

    /// <summary>Begins with what each scenario gets to see.</summary>
    public Rota(IReadOnlyDictionary<string, List<WireFault>> seen)
    {
        left = seen.ToDictionary(each => each.Key, each => each.Value.ToHashSet());
        viewers = seen.Values.SelectMany(faults => faults).CountBy(fault => fault).ToDictionary();
        verdicts = viewers.Keys.ToDictionary(fault => fault, _ => Cell.Skipped);
    }

    /// <summary>What is known of each fault: noticed in a Then, elsewhere, by nobody, or nothing yet.</summary>
    public IReadOnlyDictionary<WireFault, char> Verdicts => verdicts;

    /// <summary>Faults that have not been shown to all who can see them, and that nobody noticed by now.</summary>
    public IEnumerable<WireFault> Open => viewers.Where(each => shown.GetValueOrDefault(each.Key) < each.Value && verdicts[each.Key] != Cell.Killed).Select(each => each.Key);

    /// <summary>A fault for each scenario that has one left; none when it is over.</summary>
    public Dictionary<string, WireFault> Next()
    {
        var round = new Dictionary<string, WireFault>();
        foreach (var (scenario, faults) in left)
        {
            faults.RemoveWhere(fault => verdicts[fault] == Cell.Killed);

            // After that the rare ones first: the others are shown to somebody else meanwhile.
            if (faults.MinBy(fault => (Math.Min(shown.GetValueOrDefault(fault), Enough), viewers[fault])) is { } next)
            {
                faults.Remove(next);
                round[scenario] = next;
                shown[next] = shown.GetValueOrDefault(next) + 1;
            }
        }

        return round;
    }

    /// <summary>How a scenario ended that was shown a fault.</summary>
    public void Note(WireFault fault, char cell)
    {
        var known = verdicts[fault];
        verdicts[fault] = cell == Cell.Killed || known == Cell.Killed ? Cell.Killed
            : cell == Cell.Red || known == Cell.Red ? Cell.Red
            : cell == Cell.Green ? Cell.Green
            : known;
    }
}
