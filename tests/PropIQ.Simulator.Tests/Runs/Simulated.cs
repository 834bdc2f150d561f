using PropIQ.Simulator.Commands;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Tests.Runs;

/// <summary>Runs in this process, without a command line.</summary>
internal static class Simulated
{
    private static int runs = Random.Shared.Next(1_000_000);

    public static async Task<(RunResult Result, SimulationReport Report)> RunAsync(
        SimulationTarget target, SimulationProfile profile, int seed = 1, bool parallel = true, bool chaos = false, IProgressWatch? watch = null,
        RunStop? stop = null, decimal? budget = null, SimulationLog? log = null)
    {
        var settings = new RunSettings { Seed = seed, RunId = $"t{Interlocked.Increment(ref runs)}", Parallel = parallel, Chaos = chaos, Budget = budget };
        var run = new RunContext(target, profile, settings, log ?? SimulationLog.None, TimeProvider.System)
        {
            Watch = watch ?? new NobodyWatches(),
            Stop = stop ?? new RunStop(),
        };
        var result = await SimulationRun.PlayAsync(run, profile.Users);
        return (result, Outputs.Finish(result, []).Report);
    }
}

/// <summary>Does something at the first action that fits.</summary>
internal sealed class AtAction(Func<int, string, bool> fits, Action<string> act, bool atEnd = false) : IProgressWatch
{
    private int done;

    public void UserStarts(string user, int actions)
    {
    }

    public void ActionStarts(string user, int number, string type)
    {
        if (!atEnd && fits(number, type) && Interlocked.Exchange(ref done, 1) == 0)
        {
            act(user);
        }
    }

    public void ActionEnds(string user, ActionOutcome outcome)
    {
        if (atEnd && fits(outcome.Number, outcome.Type) && Interlocked.Exchange(ref done, 1) == 0)
        {
            act(user);
        }
    }

    public void UserEnds(string user)
    {
    }

    public void Say(string text)
    {
    }
}
