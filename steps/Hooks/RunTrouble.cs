using System.Collections.Concurrent;

namespace PropIQ.Steps.Hooks;

/// <summary>
/// What is wrong with the run as a whole, or with a capability that the target declares: the first scenario that meets it
/// fails with the whole story, the others are skipped and refer to it.
/// </summary>
public static class RunTrouble
{
    private static readonly ConcurrentDictionary<string, bool> Told = new();

    /// <summary>True when something was wrong.</summary>
    public static bool Any => !Told.IsEmpty;

    /// <summary>True for the first who asks about a trouble: the one to tell it.</summary>
    internal static bool IsToBeTold(string trouble) => Told.TryAdd(trouble, true);
}
