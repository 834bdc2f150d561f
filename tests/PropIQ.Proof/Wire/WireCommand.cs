using System.Globalization;
using System.Text;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Kills;
using PropIQ.Proof.Mutants;
using PropIQ.Proof.Running;

namespace PropIQ.Proof.Wire;

/// <summary>
/// Changes one thing about one kind of answer at a time, for one scenario at a time, and all scenarios beside each other: each change
/// that the contract does not leave open must be noticed in a Then of somebody who gets to see it.
/// </summary>
internal sealed record WireCommand(Bench Bench, IReadOnlyList<string> Only)
{
    /// <summary>Runs; answers the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var allowed = Yaml.Read<List<AllowedFault>>("Wire/allowed.yaml");
        var seen = await ListenAsync(cancellationToken);
        var all = seen.Values.SelectMany(faults => faults).ToHashSet();
        var open = all.Where(fault => allowed.Any(excuse => excuse.Fits(fault))).ToHashSet();
        Bench.Say($"{all.Count} things could be changed; {open.Count} of them the contract leaves open");
        var rota = new Rota(seen.ToDictionary(each => each.Key, each => each.Value.Where(fault => IsAsked(fault) && !open.Contains(fault)).ToList()));
        if (rota.Verdicts.Count == 0)
        {
            throw new ProofException($"There is nothing to change called {string.Join(" or ", Only)}, or the contract leaves it open; {Path.Combine(Bench.Folder, "seen.json")} lists what there is.");
        }

        var rows = RowsOfScenarios();
        var file = Path.Combine(Bench.Folder, "faults.json");
        for (var round = 1; Bench.Left > TimeSpan.Zero && rota.Next() is { Count: > 0 } assigned; round++)
        {
            WireRun.WriteFaults(file, assigned);
            var titles = rows.Values.Where(row => assigned.ContainsKey(row.Name)).Select(row => row.Title).ToHashSet();
            var ends = await Bench.PlayAsync("round", round, Asking(WireRun.FaultsVariable, file), cancellationToken, titles);
            foreach (var end in ends.Values)
            {
                if (rows.TryGetValue(end.Scenario.Id, out var row) && assigned.TryGetValue(row.Name, out var fault))
                {
                    rota.Note(fault, end.Cell);
                }
            }

            Bench.Say($"round {round}: {assigned.Count} scenarios were shown something; of {rota.Verdicts.Count}, {Count(rota, Cell.Killed)} were noticed by now, {rota.Open.Count()} are open");
        }

        return await ReportAsync(rota, cancellationToken);
    }

    private bool IsAsked(WireFault fault) => Only.Count == 0 || Only.Any(part => fault.ToString().Contains(part, StringComparison.Ordinal));

    private async Task<Dictionary<string, List<WireFault>>> ListenAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Bench.Folder, "seen.json");
        File.Delete(file);
        var ends = await Bench.PlayAsync("listening", 0, Asking(WireRun.SeenVariable, file), cancellationToken);
        return ends.Values.FirstOrDefault(end => end.Cell is Cell.Killed or Cell.Red) is { } red
            ? throw new ProofException($"\"{red.Scenario.Name}\" is red although nothing was changed ({red.Said}): see to that first.")
            : WireRun.ReadSeen(file);
    }

    private Dictionary<string, (string Name, string Title)> RowsOfScenarios() => (
        from feature in FeatureFolder.Read(Path.Combine(Bench.Root, "features")).Features
        from scenario in feature.Scenarios
        select (scenario.Id, Row: (RowName.Of(feature, scenario), scenario.Outline ?? scenario.Name))).ToDictionary(each => each.Id, each => each.Row);

    private static Dictionary<string, string?> Asking(string variable, string file) => new(ProofTweaks.Asking(WireRun.Name)) { [variable] = file };

    private static int Count(Rota rota, char cell) => rota.Verdicts.Values.Count(each => each == cell);

    private async Task<int> ReportAsync(Rota rota, CancellationToken cancellationToken)
    {
        var page = new StringBuilder("# Changes on the wire that no Then noticed\n\n");
        var open = rota.Open.ToHashSet();
        foreach (var (fault, cell) in rota.Verdicts.Where(each => each.Value != Cell.Killed).OrderBy(each => each.Key.ToString(), StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {(open.Contains(fault) ? "not shown to all" : cell == Cell.Red ? "not in a Then" : "by nobody")}: {fault}\n");
        }

        var file = Path.Combine(Bench.Folder, "wire.md");
        await File.WriteAllTextAsync(file, page.ToString(), cancellationToken);
        Bench.Say($"{rota.Verdicts.Count} changes: {Count(rota, Cell.Killed)} noticed in a Then, {Count(rota, Cell.Red)} elsewhere, {Count(rota, Cell.Green) + Count(rota, Cell.Skipped)} by nobody; {open.Count} were not shown to all for want of time. Written: {file}");
        return Count(rota, Cell.Killed) + Count(rota, Cell.Red) < rota.Verdicts.Count ? 1 : 0;
    }
}

/// <summary>A change that the contract leaves open (<c>allowed.yaml</c>).</summary>
internal sealed record AllowedFault
{
    /// <summary>The statuses of the answers; none for all.</summary>
    public List<int> Statuses { get; init; } = [];

    /// <summary>The part of an answer's name that it must have; empty for every answer.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The places; with a star at its end, whatever begins so.</summary>
    public List<string> Places { get; init; } = [];

    /// <summary>The change; empty for every one.</summary>
    public string Change { get; init; } = "";

    /// <summary>The reason.</summary>
    public string Why { get; init; } = "";

    /// <summary>Whether it is about this one.</summary>
    public bool Fits(WireFault fault) =>
        Places.Any(place => place.EndsWith('*') ? fault.Place.StartsWith(place[..^1], StringComparison.Ordinal) : place == fault.Place)
        && (Change.Length == 0 || Change == fault.Change)
        && (Statuses.Count == 0 || Statuses.Contains(fault.Answer.Status))
        && fault.Answer.ToString().Contains(Answer, StringComparison.Ordinal);
}
