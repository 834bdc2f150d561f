using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Reports;
using PropIQ.Simulator.Load.Running;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Tests.Load;

/// <summary>Loads in this process, without a command line.</summary>
internal static class Loaded
{
    private static readonly SimulationProfile Profile = ProfileReader.Read("test.yaml", Profiles.Texts.OneUser(Profiles.Texts.LogIn));
    private static int runs = Random.Shared.Next(1_000_000);

    public static async Task<LoadReport> PlayAsync(SimulationTarget target, LoadSettings settings, Shard? shard = null, RunStop? stop = null, int seed = 1, double? mostPerSecond = null)
    {
        var plan = LoadPlanner.Make(settings, shard ?? Shard.Whole);
        var order = new LoadOrder(plan, Profile, Profile.Users, target, seed, $"t{Interlocked.Increment(ref runs)}") { Stop = stop ?? new RunStop(), MostRequestsPerSecond = mostPerSecond };
        return LoadReportBuilder.Build(await LoadRun.PlayAsync(order), []);
    }

    /// <summary>Requests that need no account, so many a second for so long.</summary>
    public static LoadSettings Requests(double rate, double seconds) => new()
    {
        Rate = rate,
        Duration = TimeSpan.FromSeconds(seconds),
        ArrivalsAreRequests = true,
        Journey = [LoadAction.Pricing],
        MaxVus = 1_000,
    };

    /// <summary>One user who makes so many requests that need no account, one after the other.</summary>
    public static LoadSettings OneAfterTheOther(int requests) => new()
    {
        Executor = Executor.PerVuIterations,
        Vus = 1,
        Iterations = requests,
        ThinkTime = TimeSpan.Zero,
        Journey = [LoadAction.Pricing],
    };
}
