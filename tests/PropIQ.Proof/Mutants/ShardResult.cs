namespace PropIQ.Proof.Mutants;

/// <summary>What became of one shard's mutants.</summary>
internal sealed record ShardResult
{
    private const string Domain = "the domain's rules, by the suite";

    /// <summary>The shard.</summary>
    public required string Shard { get; init; }

    /// <summary>Whether the acceptance suite alone had to notice; else the project's own tests.</summary>
    public required bool BySuite { get; init; }

    /// <summary>The day that it was measured on.</summary>
    public required DateOnly Measured { get; init; }

    /// <summary>The revision that was measured.</summary>
    public required string Revision { get; init; }

    /// <summary>The version of Stryker.NET.</summary>
    public required string Stryker { get; init; }

    /// <summary>How long it took, in minutes.</summary>
    public required double Minutes { get; init; }

    /// <summary>The sources that were mutated, as globs.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Mutants that failed a test.</summary>
    public required int Killed { get; init; }

    /// <summary>Mutants with which the tests did not end.</summary>
    public required int TimedOut { get; init; }

    /// <summary>Mutants that nobody noticed.</summary>
    public required IReadOnlyList<Survivor> Survivors { get; init; }

    /// <summary>All that were tried.</summary>
    public int Tried => Killed + TimedOut + Survivors.Count;

    /// <summary>The share that was noticed, in per cent. Nothing tried is nothing noticed.</summary>
    public double Score => ScoreOf([this]);

    /// <summary>What was mutated: rules, or what stores and remembers for them.</summary>
    public string Kind => !BySuite ? "what drivers, costs and detectors decide by, by their own tests" : IsDomain ? Domain : "what stores and remembers for them, by the suite";

    /// <summary>Whether all of it is the reference API's rules, which the suite is there to guard.</summary>
    public bool IsDomain => BySuite && Files.All(file => file.StartsWith("support/PropIQ.ReferenceApi/Domain/", StringComparison.Ordinal));

    /// <summary>The same with a reason beside each survivor that has one.</summary>
    public ShardResult Explained(IReadOnlyList<Excuse> excuses) => this with
    {
        Survivors =
        [
            .. from survivor in Survivors
               let excuse = excuses.FirstOrDefault(each => each.Fits(survivor))
               select survivor with { Why = excuse?.Why, Equivalent = excuse?.Equivalent ?? false },
        ],
    };

    /// <summary>The share that was noticed of several together, in per cent.</summary>
    public static double ScoreOf(IEnumerable<ShardResult> results) =>
        results.Sum(result => result.Tried) is var tried and > 0 ? 100.0 * results.Sum(result => result.Killed + result.TimedOut) / tried : 0;

    /// <summary>Counts mutants.</summary>
    public static ShardResult Of(Shard shard, IReadOnlyList<Mutant> mutants, Conditions conditions) => new()
    {
        Shard = shard.Name,
        BySuite = shard.BySuite,
        Measured = conditions.Day,
        Revision = conditions.Revision,
        Stryker = conditions.Stryker,
        Minutes = Math.Round(conditions.Took.TotalMinutes, 1),
        Files = [.. shard.Files.Select(glob => $"support/{shard.Project}/{glob}")],
        Killed = mutants.Count(mutant => mutant.Status == MutantStatus.Killed),
        TimedOut = mutants.Count(mutant => mutant.Status == MutantStatus.Timeout),
        Survivors =
        [
            .. from mutant in mutants
               where mutant.Status is MutantStatus.Survived or MutantStatus.NoCoverage
               select new Survivor(mutant.File, mutant.Line, mutant.Source, mutant.Kind, mutant.Replacement, null, false),
        ],
    };
}

/// <summary>A mutant that nobody noticed, and the reason why it may live; null when none was given.</summary>
internal sealed record Survivor(string File, int Line, string Source, string Kind, string Replacement, string? Why, bool Equivalent);

/// <summary>Under which conditions something was measured.</summary>
internal sealed record Conditions(DateOnly Day, string Revision, string Stryker, TimeSpan Took);
