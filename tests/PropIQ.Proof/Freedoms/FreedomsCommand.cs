using PropIQ.LivingDocs.Kills;
using PropIQ.Proof.Running;

namespace PropIQ.Proof.Freedoms;

/// <summary>Plays the suite on each liberty, and says which scenarios turn red although nothing was broken.</summary>
internal sealed record FreedomsCommand(Bench Bench, IReadOnlyList<string> Only)
{
    /// <summary>Runs; answers the exit code.</summary>
    /// <exception cref="ProofException">A name is none's.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var alarms = 0;
        var skipped = 0;
        foreach (var name in Chosen())
        {
            if (Bench.Left == TimeSpan.Zero)
            {
                Bench.Say($"{name}: not tried, the budget is spent");
                skipped++;
                continue;
            }

            var ends = await Bench.PlayAsync(name, 0, ProofTweaks.Asking(name), cancellationToken);
            var red = ends.Values.Where(end => end.Cell is Cell.Killed or Cell.Red).ToList();
            Bench.Say($"{name}: {ends.Count} scenarios, {red.Count} false alarms");
            foreach (var end in red)
            {
                Bench.Say($"  {end.Scenario.Name}: {end.Step}: {end.Said}");
            }

            alarms += red.Count;
        }

        return alarms > 0 || skipped > 0 ? 1 : 0;
    }

    private IReadOnlyList<string> Chosen()
    {
        string[] known = [.. FreedomList.All.Select(freedom => freedom.Name), FreedomList.Together];
        return Only.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new ProofException($"There is no liberty \"{unknown}\". There are: {string.Join(", ", known)}.")
            : Only.Count > 0 ? Only : known[..^1];
    }
}
