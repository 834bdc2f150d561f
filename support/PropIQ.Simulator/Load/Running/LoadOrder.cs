using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Load.Running;

/// <summary>A load that is to be played.</summary>
internal sealed record LoadOrder(LoadPlan Plan, SimulationProfile Profile, IReadOnlyList<UserProfile> Personas, SimulationTarget Target, int Seed, string RunId)
{
    public RunStop Stop { get; init; } = new();

    /// <summary>Requests a second that are never passed; null is no bound.</summary>
    public double? MostRequestsPerSecond { get; init; }

    /// <summary>In dollars; null is unlimited.</summary>
    public decimal? Budget { get; init; }

    /// <summary>Told how it goes, about once a second.</summary>
    public ILoadWatch Watch { get; init; } = new NobodyWatchesLoad();
}

/// <summary>Is told how a load goes.</summary>
internal interface ILoadWatch
{
    /// <summary>Something in a sentence.</summary>
    void Say(string text);

    /// <summary>So many accounts are there.</summary>
    void Seeded(int done, int all);

    /// <summary>How it stands.</summary>
    void Look(LoadPlan plan, Metrics.LoadMeter meter);
}

/// <summary>Nobody looks.</summary>
internal sealed class NobodyWatchesLoad : ILoadWatch
{
    public void Say(string text)
    {
    }

    public void Seeded(int done, int all)
    {
    }

    public void Look(LoadPlan plan, Metrics.LoadMeter meter)
    {
    }
}
