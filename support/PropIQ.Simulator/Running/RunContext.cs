using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Targets;
using PropIQ.Simulator.Telemetry;

namespace PropIQ.Simulator.Running;

/// <summary>What all users of a run share.</summary>
internal sealed record RunContext(
    SimulationTarget Target,
    SimulationProfile Profile,
    RunSettings Settings,
    SimulationLog Log,
    TimeProvider Time)
{
    public TrafficMeter Traffic { get; } = new();

    public RunBudget Budget { get; } = new(Settings.Budget);

    public AnalysisRows Analyses { get; init; } = AnalysisRows.Nowhere;

    public SourceAddresses Addresses { get; } = new(Target);

    /// <summary>Told of everything that people may want to watch.</summary>
    public IProgressWatch Watch { get; init; } = new NobodyWatches();

    /// <summary>Stops everybody: set when the target is gone or the budget is used up.</summary>
    public RunStop Stop { get; init; } = new();
}

/// <summary>How a run goes.</summary>
internal sealed record RunSettings
{
    public required int Seed { get; init; }

    /// <summary>Part of every e-mail of the run that may carry it.</summary>
    public required string RunId { get; init; }

    /// <summary>No pauses between actions, starts or analyses.</summary>
    public bool MaxSpeed { get; init; } = true;

    public bool Parallel { get; init; } = true;

    /// <summary>Plays the users' own sessions; false plays the chaos alone.</summary>
    public bool Sessions { get; init; } = true;

    public bool Chaos { get; init; }

    /// <summary>In dollars; null is unlimited.</summary>
    public decimal? Budget { get; init; }
}
