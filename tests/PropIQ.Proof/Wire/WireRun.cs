using System.Collections.Concurrent;
using System.Text.Json;
using PropIQ.Sabotage.Reach;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Wire;

/// <summary>
/// A run of the suite between which and PropIQ somebody stands: he listens, and writes down who got to see what; or he changes
/// something else for each scenario, as he was told. Scenarios are known by <see cref="RowName"/>.
/// </summary>
internal static class WireRun
{
    /// <summary>The name of the tweaks.</summary>
    public const string Name = "wire";

    /// <summary>The environment variable that names the file where he is to write what each scenario got to see.</summary>
    public const string SeenVariable = "PROPIQ_WIRE_SEEN";

    /// <summary>The environment variable that names the file where it stands what he is to change for which scenario.</summary>
    public const string FaultsVariable = "PROPIQ_WIRE_FAULTS";

    /// <summary>For every host of the run; null when nobody said what to do.</summary>
    public static HostTweaks? Tweaks()
    {
        var tweaks = Asked(SeenVariable) is { } seen ? Listening(seen) : Asked(FaultsVariable) is { } faults ? Changing(faults) : null;
        if (tweaks is not null)
        {
            CurrentScenario.Follow(_ => { }, (_, _) => { }, RowName.Of);
        }

        return tweaks;
    }

    /// <summary>What each scenario got to see that could be changed, as a listener wrote it down.</summary>
    public static Dictionary<string, List<WireFault>> ReadSeen(string path) => JsonSerializer.Deserialize<Dictionary<string, List<WireFault>>>(File.ReadAllText(path))!;

    /// <summary>Writes down what is to be changed for which scenario.</summary>
    public static void WriteFaults(string path, IReadOnlyDictionary<string, WireFault> assigned) => File.WriteAllText(path, JsonSerializer.Serialize(assigned));

    private static string? Asked(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? path : null;

    private static HostTweaks Changing(string path)
    {
        var assigned = JsonSerializer.Deserialize<Dictionary<string, WireFault>>(File.ReadAllText(path))!;
        return WireTap.Changing(() => CurrentScenario.Served is { } scenario ? assigned.GetValueOrDefault(scenario) : null);
    }

    private static HostTweaks Listening(string path)
    {
        var seen = new ConcurrentDictionary<string, ConcurrentDictionary<WireFault, byte>>();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(path, JsonSerializer.Serialize(seen.ToDictionary(each => each.Key, each => each.Value.Keys)));
        return WireTap.Listening(fault =>
        {
            if (CurrentScenario.Served is { } scenario)
            {
                seen.GetOrAdd(scenario, _ => new()).TryAdd(fault, 0);
            }
        });
    }
}
