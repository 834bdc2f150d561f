using System.Collections.Concurrent;
using System.Diagnostics;

namespace PropIQ.Steps.Hooks.Timing;

/// <summary>
/// Where a run's time goes, gathered when <c>PROPIQ_TIMINGS</c> is set. Moments are counted from the start of the process, so that
/// what comes before the first hook (the runtime's start, discovery) is seen, too.
/// </summary>
public static class RunTimings
{
    private static readonly DateTime Began = ProcessStart();
    private static readonly ConcurrentQueue<Moment> Gathered = new();
    private static readonly ConcurrentQueue<Play> Played = new();

    /// <summary>True when somebody wants to know.</summary>
    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("PROPIQ_TIMINGS") is { Length: > 0 } and not "0";

    /// <summary>The time since the process began.</summary>
    public static TimeSpan Now => DateTime.UtcNow - Began;

    /// <summary>What happened so far, in order.</summary>
    public static IReadOnlyList<Moment> Moments => [.. Gathered.OrderBy(moment => moment.At)];

    /// <summary>The scenarios that are over.</summary>
    public static IReadOnlyList<Play> Plays => [.. Played];

    /// <summary>Something is reached; <paramref name="took"/> is how long it took, where that is known.</summary>
    public static void Reached(string what, TimeSpan? took = null)
    {
        if (Wanted)
        {
            Gathered.Enqueue(new Moment(what, Now, took));
        }
    }

    /// <summary>A scenario is over.</summary>
    public static void Over(Play play) => Played.Enqueue(play);

    /// <summary>Gathers when each part of a sandbox is up.</summary>
    public static void WatchTheSandbox()
    {
        if (Wanted)
        {
            ActivitySource.AddActivityListener(new ActivityListener
            {
                ShouldListenTo = source => source.Name == "PropIQ.Sandbox",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
                ActivityStopped = part => Reached($"{part.OperationName} is up", part.Duration),
            });
        }
    }

    private static DateTime ProcessStart()
    {
        using var self = Process.GetCurrentProcess();
        return self.StartTime.ToUniversalTime();
    }
}

/// <summary>Something that a run reaches once.</summary>
public sealed record Moment(string What, TimeSpan At, TimeSpan? Took);

/// <summary>A scenario's time on the stage: from the moment its PropIQ was there.</summary>
public sealed record Play(string Feature, string Scenario, TimeSpan From, TimeSpan To)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Took => To - From;
}
