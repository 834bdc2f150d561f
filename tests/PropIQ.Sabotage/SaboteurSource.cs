using PropIQ.Sabotage;
using PropIQ.Sabotage.Catalogue;
using PropIQ.Sandbox.Hosts;
using PropIQ.Sandbox.Tweaking;

[assembly: HostTweaksSource(typeof(SaboteurSource))]

namespace PropIQ.Sabotage;

/// <summary>Hands saboteurs to a run's sandbox, by their ids.</summary>
public sealed class SaboteurSource : IHostTweaksSource
{
    /// <inheritdoc />
    public HostTweaks? Find(string name) => Saboteurs.All.FirstOrDefault(saboteur => saboteur.Id == name)?.Tweaks;
}
