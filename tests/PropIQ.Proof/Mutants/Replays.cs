using PropIQ.Proof.Running;

namespace PropIQ.Proof.Mutants;

/// <summary>
/// Tries mutants again, each in a process of its own: the survivors, since Stryker keeps the process of its tests, so that what is run
/// once in a process, and all that it calls, was over when they were switched on; and the killed ones, where a busy machine may have
/// killed them.
/// </summary>
/// <param name="Folder">Where files go.</param>
/// <param name="Postgres">A PostgreSQL for the runs.</param>
internal sealed record Replays(string Folder, string Postgres)
{
    // What Microsoft.Testing.Platform ends with when a test failed.
    private const int TestsFailed = 2;

    // Many times what the features of a shard take.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private string Copy => Path.Combine(Folder, "mutated");

    /// <summary>Keeps the mutated programs before Stryker puts the real ones back.</summary>
    public void Keep(string programs)
    {
        if (Directory.Exists(Copy))
        {
            Directory.Delete(Copy, recursive: true);
        }

        Directory.CreateDirectory(Copy);
        foreach (var file in Directory.EnumerateFiles(programs))
        {
            File.Copy(file, Path.Combine(Copy, Path.GetFileName(file)));
        }
    }

    /// <summary>The mutants, with what is known of survivors now.</summary>
    public async Task<IReadOnlyList<Mutant>> RetryAsync(IReadOnlyList<Mutant> mutants, string program, CancellationToken cancellationToken)
    {
        List<Mutant> retried = [];
        foreach (var mutant in mutants)
        {
            retried.Add(mutant.Status == MutantStatus.Survived && await IsNoticedAsync(mutant, program, cancellationToken)
                ? mutant with { Status = MutantStatus.Killed }
                : mutant);
        }

        return retried;
    }

    /// <summary>The mutants, those killed that are noticed a second time only.</summary>
    public async Task<IReadOnlyList<Mutant>> ConfirmAsync(IReadOnlyList<Mutant> mutants, string program, CancellationToken cancellationToken)
    {
        List<Mutant> confirmed = [];
        foreach (var mutant in mutants)
        {
            confirmed.Add(mutant.Status != MutantStatus.Killed || await IsNoticedAsync(mutant, program, cancellationToken)
                ? mutant
                : mutant with { Status = MutantStatus.Survived });
        }

        return confirmed;
    }

    private async Task<bool> IsNoticedAsync(Mutant mutant, string program, CancellationToken cancellationToken)
    {
        // The mutated code looks here for the number of the mutant that is switched on.
        var switchedOn = Path.Combine(Folder, "mutant");
        await File.WriteAllBytesAsync(switchedOn, BitConverter.GetBytes(mutant.Id), cancellationToken);
        var variables = new Dictionary<string, string?>
        {
            ["STRYKER_MUTANT_FILE"] = switchedOn,
            ["PROPIQ_POSTGRES"] = Postgres,
            ["REQNROLL_FORMATTERS_MESSAGE"] = "false",
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        try
        {
            var ended = await Child.RunAsync("dotnet", ["exec", Path.Combine(Copy, program)], Copy, variables, Path.Combine(Folder, "static.txt"), null, patience.Token);
            return ended == TestsFailed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // With this one the tests do not end: noticed.
            return true;
        }
    }
}
