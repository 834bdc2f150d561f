using System.Text.Json.Serialization;

namespace PropIQ.Simulator.Reports;

/// <summary>
/// <c>simulation_report.json</c>: the guide's keys and formats, extended and never renamed. Percentages are texts with one
/// decimal, dollars texts with two; the keys that end in <c>_exact</c> are plain numbers, unrounded.
/// </summary>
internal sealed record SimulationReport(
    SummarySection SimulationSummary,
    CostSection CostAnalysis,
    IReadOnlyList<UserSection> UserResults,
    IReadOnlyList<string> EdgeCasesTriggered,
    IReadOnlyList<ErrorEntry> ErrorsEncountered)
{
    /// <summary>The format's version; 1 is the guide's with these extensions.</summary>
    public int ReportVersion { get; init; } = 1;

    /// <summary>What was run, and how it ended.</summary>
    public required RunSection Run { get; init; }

    /// <summary>Declared and observed, by edge case.</summary>
    public IReadOnlyList<EdgeCaseEntry> EdgeCaseMatrix { get; init; } = [];

    /// <summary>How far users got: blocked, prices, checkout, paid, confirmed.</summary>
    public IReadOnlyList<FunnelStep> Funnel { get; init; } = [];

    /// <summary>What was earned and what it cost, by the plan users ended on.</summary>
    public IReadOnlyList<PlanRevenue> RevenueByPlan { get; init; } = [];

    /// <summary>How long actions took, by type.</summary>
    public IReadOnlyList<LatencyEntry> Latency { get; init; } = [];

    /// <summary>Alerts and thresholds that were crossed.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    /// <summary>What the profile hoped for, beside what happened; nothing is judged by it.</summary>
    public IReadOnlyList<OutcomeEntry> ExpectedOutcomes { get; init; } = [];
}

/// <summary>The guide's <c>simulation_summary</c>. Completed: as expected, expected refusals included.</summary>
internal sealed record SummarySection(
    int TotalUsers,
    int TotalActionsCompleted,
    int TotalActionsFailed,
    int TotalEdgeCasesTriggered,
    int ConversionsAchieved,
    string ConversionRate)
{
    public int TotalErrors { get; init; }

    public int TotalActionsSkipped { get; init; }

    public int TotalActionsInterrupted { get; init; }

    public int TotalExpectedRefusals { get; init; }

    public int TotalUnmetExpectations { get; init; }

    public int TotalUnanswered { get; init; }

    public string SuccessRate { get; init; } = "0.0%";

    public string ExpectationsMet { get; init; } = "0.0%";

    public int PeakConcurrentRequests { get; init; }

    public int EdgeCasesDeclaredNotObserved { get; init; }

    public int EdgeCasesObservedUndeclared { get; init; }
}

/// <summary>The guide's <c>cost_analysis</c>.</summary>
internal sealed record CostSection(
    long AzureOpenaiInputTokens,
    long AzureOpenaiOutputTokens,
    string AzureOpenaiCostUsd,
    int StripeTransactions,
    string StripeFeesUsd,
    string TotalCostUsd)
{
    public string HostingCostUsd { get; init; } = "$0.00";

    public int ApiRequestsTotal { get; init; }

    public IReadOnlyDictionary<string, int> ApiRequestsByEndpoint { get; init; } = new Dictionary<string, int>();

    /// <summary>Analyses that named no tokens and are counted as 500 and 1,500.</summary>
    public int EstimatedAnalyses { get; init; }

    public decimal AzureOpenaiCostExact { get; init; }

    public decimal StripeFeesExact { get; init; }

    public decimal TotalCostExact { get; init; }
}

/// <summary>One of the guide's <c>user_results</c>.</summary>
internal sealed record UserSection(
    string Name,
    double DurationSeconds,
    int ActionsCompleted,
    int ActionsFailed,
    string SuccessRate,
    IReadOnlyList<string> EdgeCases,
    bool Conversion,
    string CostUsd)
{
    public IReadOnlyList<ErrorEntry> Errors { get; init; } = [];

    public string UserId { get; init; } = "";

    public string Email { get; init; } = "";

    public int ActionsSkipped { get; init; }

    public int ActionsInterrupted { get; init; }

    public int ExpectedRefusals { get; init; }

    public int UnmetExpectations { get; init; }

    public int Unanswered { get; init; }

    public string? TierAtStart { get; init; }

    public string? TierAtEnd { get; init; }

    public string? ConvertedTo { get; init; }

    public decimal CostExact { get; init; }

    public int ApiRequests { get; init; }

    public int Analyses { get; init; }

    public IReadOnlyList<string> EdgeCasesDeclaredNotObserved { get; init; } = [];

    public IReadOnlyList<string> EdgeCasesObservedUndeclared { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];
}

/// <summary>The guide's entry of <c>errors_encountered</c>: an expectation that was not met, or no answer.</summary>
internal sealed record ErrorEntry(string Action, string Error, string Timestamp)
{
    public string User { get; init; } = "";

    public int Number { get; init; }

    /// <summary><c>unmet</c> (answered otherwise) or <c>error</c> (not answered).</summary>
    public string Kind { get; init; } = "unmet";

    /// <summary>Where the profile contradicts the contract.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContractNote { get; init; }

    /// <summary>Requests and answers, secrets masked, cut to a bearable length.</summary>
    public IReadOnlyList<string> Exchanges { get; init; } = [];
}

/// <summary>One action on a user's line of time; seconds since the run began.</summary>
internal sealed record TimelineEntry(int Number, string Action, string Outcome, double StartSeconds, double DurationSeconds)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    public IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>How long each call took, in milliseconds, in the order in which they were sent.</summary>
    public IReadOnlyList<double> CallMilliseconds { get; init; } = [];
}

/// <summary>How a run went as a whole.</summary>
internal sealed record RunSection(string RunId, string StartedAt, double DurationSeconds, bool Incomplete)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IncompleteReason { get; init; }

    public string Target { get; init; } = "";

    public string TargetKind { get; init; } = "";

    public string Profile { get; init; } = "";

    public int Seed { get; init; }

    public bool MaxSpeed { get; init; }

    public bool Parallel { get; init; }

    public bool Chaos { get; init; }

    public int ExitCode { get; init; }

    public IReadOnlyList<PreflightEntry> Preflight { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A check before a run: passed, failed, or acknowledged by name.</summary>
internal sealed record PreflightEntry(string Check, string Outcome, string Detail);

/// <summary>One edge case over all users.</summary>
internal sealed record EdgeCaseEntry(string Id, string Wording, IReadOnlyList<EdgeCaseUser> Users);

/// <summary>One edge case of one user; <c>proof</c> is what was observed.</summary>
internal sealed record EdgeCaseUser(string User, bool Declared, bool Observed, string? Proof);

/// <summary>How many users got so far.</summary>
internal sealed record FunnelStep(string Step, int Users);

/// <summary>A plan's users at the end, what they paid in the run, and what they cost.</summary>
internal sealed record PlanRevenue(string Tier, int Users, decimal RevenueUsd, decimal CostUsdExact);

/// <summary>Latencies of one action's calls in milliseconds; the histogram counts by upper bound.</summary>
internal sealed record LatencyEntry(string Action, int Calls, double P50, double P75, double P95, double P99, double Max, IReadOnlyList<HistogramBar> Histogram);

/// <summary>Calls up to so many milliseconds; null is "longer".</summary>
internal sealed record HistogramBar(double? UpToMilliseconds, int Calls);

/// <summary>What a profile hoped for, and what happened.</summary>
internal sealed record OutcomeEntry(string Name, string Expected, string Actual);
