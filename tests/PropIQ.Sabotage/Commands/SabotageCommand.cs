using System.Diagnostics;
using PropIQ.LivingDocs.Kills;
using PropIQ.Sabotage.Catalogue;
using PropIQ.Sabotage.Reports;
using PropIQ.Sabotage.Running;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Databases;
using Spectre.Console;

namespace PropIQ.Sabotage.Commands;

/// <summary>Tries saboteurs and writes what came of it.</summary>
/// <param name="Selection">Which.</param>
/// <param name="Full">Against all scenarios, not only those about each one's cases.</param>
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
        var campaign = new Campaign(new Suite(Program, postgres.ConnectionString, Seed, LongestRun), folder, Full, Parallel);
        var trials = await campaign.RunAsync(chosen, board.Show, cancellationToken);
        trials = await campaign.AgainAsync(trials, MatrixBuilder.IsUnclear, board.Show, cancellationToken);
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
}
