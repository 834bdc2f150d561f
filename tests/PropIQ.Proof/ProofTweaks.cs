using PropIQ.Proof;
using PropIQ.Proof.Freedoms;
using PropIQ.Proof.Wire;
using PropIQ.Sandbox.Hosts;
using PropIQ.Sandbox.Tweaking;

[assembly: HostTweaksSource(typeof(ProofTweaks))]

namespace PropIQ.Proof;

/// <summary>Hands to a run's sandbox what this program changes about PropIQ: liberties, and faults on the wire.</summary>
public sealed class ProofTweaks : IHostTweaksSource
{
    /// <inheritdoc />
    public HostTweaks? Find(string name) => name == WireRun.Name ? WireRun.Tweaks() : FreedomList.Find(name);

    /// <summary>What a run's environment asks with for tweaks of this assembly.</summary>
    internal static Dictionary<string, string?> Asking(string name) => new() { [RunTweaks.Variable] = $"{typeof(ProofTweaks).Assembly.Location};{name}" };
}
