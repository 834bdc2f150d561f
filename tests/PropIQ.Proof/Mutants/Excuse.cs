using PropIQ.Proof.Running;

namespace PropIQ.Proof.Mutants;

/// <summary>Why a mutant may live (<c>survivors.yaml</c>).</summary>
internal sealed record Excuse
{
    /// <summary>The source, below the repository.</summary>
    public string File { get; init; } = "";

    /// <summary>What the changed line begins with or contains, as it stands in the source.</summary>
    public string Source { get; init; } = "";

    /// <summary>What stands there instead contains this; empty for every change of the line.</summary>
    public string Replacement { get; init; } = "";

    /// <summary>The reason.</summary>
    public string Why { get; init; } = "";

    /// <summary>Nobody could notice: the change makes no difference that the contract speaks of.</summary>
    public bool Equivalent { get; init; }

    /// <summary>All excuses.</summary>
    /// <exception cref="ProofException">One gives no reason.</exception>
    public static IReadOnlyList<Excuse> ReadAll()
    {
        var excuses = Yaml.Read<List<Excuse>>("Mutants/survivors.yaml");
        return excuses.FirstOrDefault(excuse => string.IsNullOrWhiteSpace(excuse.Why)) is { } silent
            ? throw new ProofException($"survivors.yaml gives no reason for {silent.File}: {silent.Source}")
            : excuses;
    }

    /// <summary>Whether it is about this one.</summary>
    public bool Fits(Survivor survivor) =>
        survivor.File.EndsWith(File, StringComparison.Ordinal)
        && survivor.Source.Contains(Source, StringComparison.Ordinal)
        && survivor.Replacement.Contains(Replacement, StringComparison.Ordinal);
}
