using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Chaos;

/// <summary>
/// A fault that really happens, to an account that stands in for its trigger user: a class with its name in
/// <see cref="ChaosAttribute"/>, found by it or by the catalogue's other names for it.
/// </summary>
internal abstract class ChaosScenario
{
    /// <summary>The status that the contract promises under this fault.</summary>
    public abstract int ContractStatus { get; }

    /// <summary>Edge cases that come with it, beside its own.</summary>
    public virtual IReadOnlyList<string> AlsoShows => [];

    /// <summary>How the scenario is called in reports.</summary>
    public string Label => $"chaos:{ChaosCatalogue.NameOf(this)}";

    /// <summary>Brings the fault about, calls, and puts everything right again.</summary>
    /// <exception cref="NotPossibleException">The target cannot take it.</exception>
    public abstract Task PlayAsync(ChaosStage stage, CancellationToken cancellation);
}

/// <summary>The name of a scenario of chaos.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ChaosAttribute(string name) : Attribute
{
    public string Name => name;
}
