using System.Text;
using PropIQ.LivingDocs.Kills;
using PropIQ.Proof.Running;
using PropIQ.Sabotage.Running;

namespace PropIQ.Proof.Flakes;

/// <summary>Plays the suite many times, each time with another order and made-up data, and says which scenarios did not always end well.</summary>
internal sealed record FlakesCommand(Bench Bench, int Runs, int Load, IReadOnlyList<string> Only)
{
    /// <summary>Runs; answers the exit code.</summary>
    /// <exception cref="ProofException">A circumstance is none.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var circumstances = Circumstance.Named(Only);
        foreach (var impossible in circumstances.Where(each => !each.IsPossible))
        {
            Bench.Say($"{impossible.Name}: not tried, the package faketime is not installed");
        }

        circumstances = [.. circumstances.Where(each => each.IsPossible)];
        List<(Circumstance In, int Seed, ScenarioEnd End)> bad = [];
        var played = 0;
        using (new BusyThreads(Load))
        {
            for (; played < Runs && Bench.Left > TimeSpan.Zero && circumstances.Count > 0; played++)
            {
                var circumstance = circumstances[played % circumstances.Count];
                var ends = await Bench.PlayAsync($"{played:000}-{circumstance.Name}", played, circumstance.Variables, cancellationToken);
                List<ScenarioEnd> red = [.. ends.Values.Where(end => end.Cell is Cell.Killed or Cell.Red)];
                bad.AddRange(red.Select(end => (circumstance, Bench.Seed + played, end)));
                Bench.Say($"{played + 1} of {Runs}, {circumstance.Name}, seed {Bench.Seed + played}: {ends.Count} scenarios, {red.Count} red");
            }
        }

        var file = Path.Combine(Bench.Folder, "flakes.md");
        await File.WriteAllTextAsync(file, Page(played, bad), CancellationToken.None);
        Bench.Say($"{played} of {Runs} runs, {bad.Count} bad ends. Written: {file}");
        return bad.Count > 0 || played < Runs ? 1 : 0;
    }

    private string Page(int played, IReadOnlyList<(Circumstance In, int Seed, ScenarioEnd End)> bad)
    {
        var page = new StringBuilder($"# Scenarios that did not always end well\n\n{played} of {Runs} runs, {Load} busy threads beside them.\n");
        foreach (var scenario in bad.GroupBy(each => each.End.Scenario.Name))
        {
            page.Append($"\n## {scenario.Key}\n\n{scenario.Count()} of {played} runs\n\n");
            foreach (var (circumstance, seed, end) in scenario)
            {
                var variables = string.Concat(circumstance.Variables.Where(each => each.Value is not null).Select(each => $"{each.Key}=\"{each.Value}\" "));
                page.Append($"- {circumstance.Name}: {end.Step}: {end.Said}\n  `{variables}PROPIQ_SEED={seed} dotnet test --project tests/PropIQ.Acceptance.Tests --filter-trait \"Description={scenario.Key}\"`\n");
            }
        }

        return page.ToString();
    }
}
