using System.Diagnostics;
using PropIQ.LivingDocs.Kills;
using PropIQ.Sabotage.Catalogue;
using PropIQ.Sabotage.Reach;
using PropIQ.Sabotage.Reports;
using PropIQ.Sabotage.Running;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Databases;
using Spectre.Console;

namespace PropIQ.Sabotage.Commands;

/// <summary>Tries saboteurs and writes what came of it.</summary>
/// <param name="Selection">Which.</param>
/// <param name="Full">Against all scenarios that can meet each one, not only those about his cases.</param>
/// <param name="Parallel">How many at a time.</param>
/// <param name="Out">The folder for the matrix, the summary and the runs' own files.</param>
/// <param name="Seed">The seed of every run.</param>
/// <param name="Program">The suite's program.</param>
internal sealed record SabotageCommand(Selection Selection, bool Full, int Parallel, string Out, string Seed, string Program)
{
    // A whole run takes seconds on its own, minutes beside others on a loaded machine.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>Runs; answers the exit code: 0 when every fault was noticed, 1 when not, 130 when it was stopped.</summary>
    public async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var chosen = Selection.Of(Saboteurs.All);
        if (!File.Exists(Program))
        {
            throw new BadInputException($"{Program} is not there: build tests/PropIQ.Acceptance.Tests, or name another with --suite.");
        }

        var features = LivingDocs.Options.FindFeatures(AppContext.BaseDirectory) ?? throw new BadInputException("There is no folder \"features\" above this program.");
        var folder = Path.GetFullPath(Out);
        Directory.CreateDirectory(folder);
        var began = Stopwatch.GetTimestamp();
        await using var postgres = await SharedPostgres.StartAsync(new SandboxOptions(), cancellationToken);
        var board = new Board(console, chosen.Count);
        var suite = new Suite(Program, postgres.ConnectionString, Seed, LongestRun);
        var campaign = new Campaign(suite, folder, Full ? await WhoMeetsWhomAsync(suite, folder, console, cancellationToken) : Playlists.Targeted, Parallel);
        var trials = await campaign.RunAsync(chosen, board.Show, cancellationToken);
        trials = await campaign.AgainAsync(trials, MatrixBuilder.IsUnclear, board.Show, cancellationToken);
        trials = Full ? await campaign.AloneAsync(trials, MatrixBuilder.HasSurvived, board.Show, cancellationToken) : trials;
        var scenarios = MatrixBuilder.ScenariosOf(trials);
        var redAnyway = MatrixBuilder.RedAnyway(trials);
        var matrix = new KillMatrix(
            DateTimeOffset.UtcNow,
            Full ? "full" : "targeted",
            KillMatrix.RevisionOf(features),
            Seed,
            Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 1),
            trials.Count == Saboteurs.All.Count,
            scenarios,
            [.. from saboteur in chosen join trial in trials on saboteur equals trial.Saboteur select MatrixBuilder.RowOf(trial, scenarios, redAnyway)]);
        await File.WriteAllTextAsync(Path.Combine(folder, "kill-matrix.json"), matrix.ToJson(), CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "kill-matrix.md"), MarkdownReport.Of(matrix), CancellationToken.None);
        board.Show(matrix);
        console.WriteLine($"Written: {Path.Combine(folder, "kill-matrix.json")}, kill-matrix.md");
        return cancellationToken.IsCancellationRequested ? 130 : Judgement.Problems(matrix).Count > 0 ? 1 : 0;
    }

    private static async Task<Playlist> WhoMeetsWhomAsync(Suite suite, string folder, IAnsiConsole console, CancellationToken cancellationToken)
    {
        try
        {
            var (reach, messages) = await suite.ScoutAsync(Path.Combine(folder, "runs", ReachFile.Scout), cancellationToken);
            if (ScenarioEnd.ReadAll(messages).Values.FirstOrDefault(end => end.Cell is Cell.Killed or Cell.Red) is not { } red)
            {
                console.WriteLine($"Only scenarios that come by what a saboteur replaces are played against him: {reach.Share:P0} on average.");
                return Playlists.Full(reach);
            }

            // It did not come by what it would have come by.
            console.WriteLine($"\"{red.Scenario.Name}\" failed although nothing is wrong: every scenario is played against every saboteur.");
        }
        catch (SuiteException failure)
        {
            console.WriteLine($"{failure.Message} Every scenario is played against every saboteur.");
        }

        return Playlists.Everything;
    }
}
