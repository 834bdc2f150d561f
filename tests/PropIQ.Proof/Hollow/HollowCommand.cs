using System.Text;
using PropIQ.LivingDocs.Kills;
using PropIQ.Proof.Mutants;
using PropIQ.Proof.Running;
using PropIQ.Sabotage.Running;

namespace PropIQ.Proof.Hollow;

/// <summary>
/// Plays the suite with answers that have nothing in them, from each scenario's first When on and, for those that do not get past it
/// then, from the first Then on. A scenario that stays green asserts nothing about the answer.
/// </summary>
internal sealed record HollowCommand(Bench Bench, IReadOnlyList<string> Only)
{
    /// <summary>The ways to empty an answer.</summary>
    public static readonly IReadOnlyList<string> Emptyings = ["zeros", "members", "body"];

    /// <summary>Runs; answers the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var allowed = Yaml.Read<List<Allowed>>("Hollow/allowed.yaml");
        var page = new StringBuilder("# Scenarios that hold for answers with nothing in them\n");
        var problems = 0;
        foreach (var emptying in Only.Count > 0 ? Only : Emptyings)
        {
            var fromWhen = await Bench.PlayAsync($"{emptying}-when", 0, Asking($"{emptying}:when"), cancellationToken);
            var fromThen = await Bench.PlayAsync($"{emptying}-then", 0, Asking($"{emptying}:then"), cancellationToken);
            var verdicts = fromWhen.Keys.Union(fromThen.Keys).ToLookup(id => Judge(fromWhen.GetValueOrDefault(id), fromThen.GetValueOrDefault(id)));
            Bench.Say($"{emptying}: {verdicts[HollowVerdict.Fails].Count()} fail as they should, {verdicts[HollowVerdict.Holds].Count()} hold, {verdicts[HollowVerdict.Unreached].Count()} are not shown either way");
            page.Append($"\n## {emptying}\n\n");
            foreach (var verdict in new[] { HollowVerdict.Holds, HollowVerdict.Unreached })
            {
                foreach (var end in verdicts[verdict].Select(id => fromThen.GetValueOrDefault(id) ?? fromWhen[id]).OrderBy(end => end.Scenario.Id, StringComparer.Ordinal))
                {
                    var excuse = allowed.FirstOrDefault(each => each.Scenario == end.Scenario.Name);
                    problems += excuse is null ? 1 : 0;
                    page.Append($"- {(verdict == HollowVerdict.Holds ? "holds" : "not shown")}: {end.Scenario.Name}{(end.Step.Length > 0 ? $" (in \"{end.Step}\": {end.Said})" : "")}{(excuse is null ? "" : $" — allowed: {excuse.Why}")}\n");
                }
            }
        }

        var file = Path.Combine(Bench.Folder, "hollow.md");
        await File.WriteAllTextAsync(file, page.ToString(), cancellationToken);
        Bench.Say($"{problems} without a reason. Written: {file}");
        return problems > 0 ? 1 : 0;
    }

    private static HollowVerdict Judge(ScenarioEnd? fromWhen, ScenarioEnd? fromThen)
    {
        // A skipped one has not been tried at all; it is somebody else's to say why.
        char?[] cells = [fromWhen?.Cell, fromThen?.Cell];
        return cells.Contains(Cell.Killed) || cells.Contains(Cell.Skipped) ? HollowVerdict.Fails
            : fromWhen?.Cell == Cell.Green ? HollowVerdict.Holds
            : HollowVerdict.Unreached;
    }

    private static Dictionary<string, string?> Asking(string hollow) => new() { ["PROPIQ_HOLLOW"] = hollow };
}

/// <summary>What a scenario makes of nothing.</summary>
internal enum HollowVerdict
{
    /// <summary>A Then says that something is missing.</summary>
    Fails,

    /// <summary>It stays green.</summary>
    Holds,

    /// <summary>Emptied from the When on, it did not get as far as a Then; emptied from the Then on, nothing was missing.</summary>
    Unreached,
}

/// <summary>A scenario that may hold for an empty answer, and why (<c>allowed.yaml</c>).</summary>
internal sealed record Allowed
{
    /// <summary>The scenario's title.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>The reason.</summary>
    public string Why { get; init; } = "";
}
