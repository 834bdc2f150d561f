using System.Text.Json.Serialization;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>
/// <c>load_report.json</c>. Times are milliseconds unless a key ends in <c>_seconds</c>; shares are numbers from 0 to 1. Metrics have k6's
/// names. Histograms are kept whole, so that the reports of several shards merge without loss.
/// </summary>
internal sealed record LoadReport
{
    /// <summary>What tells this report from that of a simulation.</summary>
    public const string Kind = "load";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    public string ReportKind { get; init; } = Kind;

    public int ReportVersion { get; init; } = Version;

    public required LoadRunSection Run { get; init; }

    public required LoadMetrics Metrics { get; init; }

    public IReadOnlyList<ThresholdEntry> Thresholds { get; init; } = [];

    /// <summary>All requests by action, over all personas.</summary>
    public IReadOnlyList<CellEntry> ByAction { get; init; } = [];

    /// <summary>All requests by persona, over all actions.</summary>
    public IReadOnlyList<CellEntry> ByPersona { get; init; } = [];

    /// <summary>Requests by persona and action, with their histograms.</summary>
    public IReadOnlyList<CellEntry> ByPersonaAndAction { get; init; } = [];

    public IReadOnlyList<LoadErrorEntry> Errors { get; init; } = [];

    public required OverTimeSection OverTime { get; init; }

    /// <summary>What came before the measuring, and counts for nothing.</summary>
    public required WarmUpSection WarmUp { get; init; }

    /// <summary>How each client fared: one a shard.</summary>
    public IReadOnlyList<ClientSection> Clients { get; init; } = [];
}

/// <summary>What was played, and how it ended.</summary>
internal sealed record LoadRunSection
{
    public required string RunId { get; init; }

    public required string StartedAt { get; init; }

    /// <summary>What was measured, warm-up apart.</summary>
    public double DurationSeconds { get; init; }

    public string Target { get; init; } = "";

    public string TargetKind { get; init; } = "";

    public string Profile { get; init; } = "";

    public int Seed { get; init; }

    /// <summary>The load in a line, and what it would have to be for another report to belong to it.</summary>
    public string Plan { get; init; } = "";

    public string Executor { get; init; } = "";

    public int SignificantDigits { get; init; }

    /// <summary>Which shards are in this report.</summary>
    public IReadOnlyList<int> Shards { get; init; } = [1];

    /// <summary>How many there should be.</summary>
    public int ShardsPlanned { get; init; } = 1;

    public string Seeding { get; init; } = "";

    /// <summary>passed, thresholds_crossed, unreliable, or incomplete.</summary>
    public string Verdict { get; init; } = "passed";

    /// <summary>Why the figures cannot be trusted: the client, not the target, may be what was measured.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    public bool Incomplete { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IncompleteReason { get; init; }

    public int ExitCode { get; init; }

    public IReadOnlyList<PreflightEntry> Preflight { get; init; } = [];
}

/// <summary>The whole run in k6's words.</summary>
internal sealed record LoadMetrics
{
    public required Counted HttpReqs { get; init; }

    /// <summary>From when a request was due.</summary>
    public required Timing HttpReqDuration { get; init; }

    /// <summary>From when a request was sent.</summary>
    public required Timing ServiceTime { get; init; }

    public required Share HttpReqFailed { get; init; }

    public required Share Checks { get; init; }

    public required Counted Iterations { get; init; }

    public long DroppedIterations { get; init; }

    public long RateLimited { get; init; }

    public long RefusedByPlan { get; init; }

    public long SessionsOver { get; init; }

    public long Timeouts { get; init; }

    public long Interrupted { get; init; }

    public long HeldBack { get; init; }

    public int VusMax { get; init; }
}

/// <summary>A number, and how many a second.</summary>
internal sealed record Counted(long Count, double Rate);

/// <summary>Some of all.</summary>
internal sealed record Share(long Part, long Whole, double Rate);

/// <summary>Latencies.</summary>
internal sealed record Timing(double Min, double Avg, double Med, double P90, double P95, double P99, double P999, double Max);

/// <summary>What one persona or action came to.</summary>
internal sealed record CellEntry
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Persona { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; init; }

    public long Requests { get; init; }

    public long Failed { get; init; }

    public long RateLimited { get; init; }

    public long RefusedByPlan { get; init; }

    public long SessionsOver { get; init; }

    public long Timeouts { get; init; }

    public long ChecksPassed { get; init; }

    public long ChecksFailed { get; init; }

    public required Timing Corrected { get; init; }

    public required Timing Service { get; init; }

    /// <summary>The histogram behind <see cref="Corrected"/>, in microseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CorrectedHistogram { get; init; }

    /// <summary>The histogram behind <see cref="Service"/>, in microseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ServiceHistogram { get; init; }
}

/// <summary>Failures of one kind, and the first of them in words.</summary>
internal sealed record LoadErrorEntry(string Action, string Kind, int Status, string? Code, long Count, string First);

/// <summary>The load over time, from the end of the warm-up.</summary>
internal sealed record OverTimeSection(int SliceSeconds, IReadOnlyList<SliceEntry> Slices);

/// <summary>What ended within a slice of time; latencies from when requests were due.</summary>
internal sealed record SliceEntry
{
    public double AtSeconds { get; init; }

    public long Requests { get; init; }

    public long Failed { get; init; }

    public long RateLimited { get; init; }

    public long Dropped { get; init; }

    public int Vus { get; init; }

    public int InFlight { get; init; }

    public double P50 { get; init; }

    public double P95 { get; init; }

    public double P99 { get; init; }

    public double Max { get; init; }

    public string Histogram { get; init; } = "";
}

/// <summary>The warm-up.</summary>
internal sealed record WarmUpSection(double DurationSeconds, long Requests, long Failed, long RateLimited, Timing Corrected);

/// <summary>A client's own state.</summary>
internal sealed record ClientSection(int Shard, HealthReading Health);

/// <summary>A threshold, and what became of it.</summary>
internal sealed record ThresholdEntry(string Threshold, bool Kept, decimal? Measured, string Detail, bool AbortOnFail);
