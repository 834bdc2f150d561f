using PropIQ.Sabotage;
using PropIQ.Sabotage.Catalogue;
using PropIQ.Sabotage.Reach;
using PropIQ.Sandbox.Hosts;
using PropIQ.Sandbox.Tweaking;

[assembly: HostTweaksSource(typeof(SaboteurSource))]

namespace PropIQ.Sabotage;

/// <summary>Hands saboteurs to a run's sandbox, by their ids; and the scout, who only looks where they would step in.</summary>
public sealed class SaboteurSource : IHostTweaksSource
{
    /// <inheritdoc />
    public HostTweaks? Find(string name) => name == ReachFile.Scout ? Scouting() : Saboteurs.All.FirstOrDefault(saboteur => saboteur.Id == name)?.Tweaks;

    private static HostTweaks? Scouting()
    {
        if (Environment.GetEnvironmentVariable(ReachFile.Variable) is not { Length: > 0 } path)
        {
            return null;
        }

        var scout = new Scout();
        CurrentScenario.Follow(scout.Came, scout.Went);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scout.Found().Write(path);
        return scout.Tweaks;
    }
}
