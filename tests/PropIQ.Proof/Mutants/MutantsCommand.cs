using System.Diagnostics;
using System.Text.Json;
using PropIQ.Proof.Running;

namespace PropIQ.Proof.Mutants;

/// <summary>Measures shard after shard until all are done or the budget is spent; a shard that was begun and not ended counts as not measured.</summary>
/// <param name="Bench">Folder, PostgreSQL and budget.</param>
/// <param name="Names">Which shards; none for all.</param>
/// <param name="Record">Whether docs/mutants is written anew.</param>
/// <param name="Least">The least score of the acceptance suite for the domain's rules that were measured, in per cent.</param>
/// <param name="AtOnce">How many mutants are tried at a time.</param>
/// <param name="Confirm">Whether each killed mutant is tried once more.</param>
internal sealed record MutantsCommand(Bench Bench, IReadOnlyList<string> Names, bool Record, double Least, int AtOnce, bool Confirm)
{
    /// <summary>Runs; answers the exit code: 1 when the suite's score is too low, a survivor has no reason, or a shard was not measured.</summary>
    /// <exception cref="ProofException">A name is none's, or Stryker cannot be run.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var all = Shard.ReadAll();
        if (Names.FirstOrDefault(name => all.All(shard => shard.Name != name)) is { } unknown)
        {
            throw new ProofException($"There is no shard \"{unknown}\". There are: {string.Join(", ", all.Select(shard => shard.Name))}.");
        }

        List<Shard> chosen = [.. all.Where(shard => Names.Count == 0 || Names.Contains(shard.Name))];
        List<ShardResult> results = [];
        foreach (var shard in chosen)
        {
            if (await MeasureAsync(shard, cancellationToken) is { } result)
            {
                results.Add(result);
                await WriteAsync(all, results);
            }
        }

        // With nothing measured, too: the reasons may be other ones today.
        await WriteAsync(all, results);

        Bench.Say($"{results.Count} of {chosen.Count} shards measured. Written: {Path.Combine(Bench.Folder, "mutants.md")}");
        List<ShardResult> rules = [.. results.Where(result => result.IsDomain)];
        return results.Count < chosen.Count
            || (rules.Count > 0 && ShardResult.ScoreOf(rules) < Least)
            || results.Exists(result => result.Survivors.Any(survivor => survivor.Why is null)) ? 1 : 0;
    }

    private async Task WriteAsync(IReadOnlyList<Shard> all, IReadOnlyList<ShardResult> results)
    {
        var excuses = Excuse.ReadAll();
        await MutantsPage.WriteAsync(Path.Combine(Bench.Folder, "mutants.json"), all, results, excuses);
        if (Record)
        {
            await MutantsPage.WriteAsync(Path.Combine(Bench.Root, "docs", "mutants.json"), all, results, excuses);
        }
    }

    private async Task<ShardResult?> MeasureAsync(Shard shard, CancellationToken cancellationToken)
    {
        if (Bench.Left == TimeSpan.Zero)
        {
            Bench.Say($"{shard.Name}: not measured, the budget is spent");
            return null;
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Bench.Left);
        var began = Stopwatch.GetTimestamp();
        var revision = await RevisionAsync(cancellationToken);
        try
        {
            var folder = Path.Combine(Bench.Folder, shard.Name);
            var replays = new Replays(folder, Bench.Postgres);
            var report = await new StrykerRun(Bench.Root, Bench.Postgres, AtOnce).MutateAsync(shard, folder, replays.Keep, limited.Token);
            var program = Path.GetFileName(shard.TestFolder) + ".dll";
            var mutants = Mutant.ReadAll(report, Bench.Root);
            mutants = await replays.RetryAsync(mutants, program, limited.Token);
            if (Confirm)
            {
                mutants = await replays.ConfirmAsync(mutants, program, limited.Token);
            }

            var result = ShardResult.Of(shard, mutants, await ConditionsAsync(revision, Stopwatch.GetElapsedTime(began), limited.Token));
            Bench.Say($"{shard.Name}: {result.Tried} mutants, {result.Killed + result.TimedOut} noticed, {result.Score:0.0} %");
            return result.Explained(Excuse.ReadAll());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Bench.Say($"{shard.Name}: not measured, the budget was spent in the middle of it");
            return null;
        }
    }

    private async Task<string> RevisionAsync(CancellationToken cancellationToken)
    {
        var revision = "";
        await Child.RunAsync("git", ["rev-parse", "--short", "HEAD"], Bench.Root, new Dictionary<string, string?>(), Path.Combine(Bench.Folder, "git.txt"), line => revision = line, cancellationToken);
        return revision;
    }

    private async Task<Conditions> ConditionsAsync(string revision, TimeSpan took, CancellationToken cancellationToken)
    {
        using var tools = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Bench.Root, ".config", "dotnet-tools.json"), cancellationToken));
        return new Conditions(
            DateOnly.FromDateTime(DateTime.UtcNow),
            revision,
            tools.RootElement.GetProperty("tools").GetProperty("dotnet-stryker").GetProperty("version").GetString()!,
            took);
    }
}
