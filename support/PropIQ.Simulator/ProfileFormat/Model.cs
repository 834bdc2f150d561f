using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Chaos;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>A profile as it was read. Money is in dollars.</summary>
internal sealed record SimulationProfile(
    string Source,
    SimulationConfig Config,
    IReadOnlyList<UserProfile> Users,
    IReadOnlyList<PlannedChaos> Chaos,
    CostTracking Costs,
    ExecutionOrder Order,
    ExpectedOutcomes? Outcomes,
    IReadOnlyList<YamlProblem> Warnings)
{
    /// <summary><c>load</c>: what is played by the command of that name.</summary>
    public LoadSettings Load { get; init; } = new();
}

/// <summary><c>simulation_config</c>. <c>BaseUrl</c> is null, "bundled", or an address; rates are dollars per 1,000 tokens.</summary>
internal sealed record SimulationConfig(
    string? Environment,
    string? BaseUrl,
    bool MaxSpeed,
    bool Summary,
    TimeSpan? SessionDuration,
    bool UniqueEmails,
    Prices Prices);

/// <summary>What things cost: gpt-4o-mini per 1,000 tokens, Stripe's share of a charge.</summary>
internal sealed record Prices(decimal InputPerThousand, decimal OutputPerThousand, decimal StripeRate)
{
    /// <summary>The contract's (section 9).</summary>
    public static readonly Prices Contract = new(0.00015m, 0.0006m, 0.029m);
}

/// <summary>One of the simulated people.</summary>
internal sealed record UserProfile(
    string Name,
    string UserId,
    string Email,
    Persona Persona,
    InitialState State,
    IReadOnlyList<PlannedAction> Actions,
    IReadOnlyList<string> DeclaredEdgeCases)
{
    /// <summary>The plan the user begins on.</summary>
    public string StartTier => SignsUp ? "free" : Persona.CurrentTier ?? Persona.TargetTier;

    /// <summary>True when the account comes about by the user's own sign-up; else it has to be there.</summary>
    public bool SignsUp => Actions.Any(action => action.Act is SignUpAction);

    /// <summary>The password that the user's own actions use first.</summary>
    public string? Password => Actions.Select(action => action.Act).OfType<IHasCredentials>().Select(action => action.Password).FirstOrDefault();
}

/// <summary>What a person is like; only the tiers, the session's length and, under load, the traits have an effect.</summary>
internal sealed record Persona(string Role, string? Experience, string TargetTier, string? CurrentTier, (decimal Least, decimal Most)? SessionMinutes)
{
    public BehaviouralTraits Traits { get; init; } = BehaviouralTraits.Unknown;
}

/// <summary>Where a person begins: what was used of the period's allowance, what is in the history, and the time on the person's clock.</summary>
internal sealed record InitialState(int AnalysesUsed, int? History, int? Day, TimeOnly? Time);

/// <summary>An action as a profile plans it.</summary>
internal sealed record PlannedAction(
    int Number,
    string Type,
    string? Id,
    double Probability,
    ExpectedAnswer Expected,
    IReadOnlyList<string> Requires,
    SimulatedAction Act,
    Position At)
{
    /// <summary>What other actions call it: its id, or else its type.</summary>
    public string Name => Id ?? Type;
}

/// <summary>What an action expects; null means the contract's success, and nothing about the rest.</summary>
internal sealed record ExpectedAnswer(IReadOnlyList<int>? Statuses, string? Message, string? Warning, string? Tier)
{
    /// <summary>The contract's success.</summary>
    public static readonly ExpectedAnswer Success = new(null, null, null, null);

    /// <summary>True when a refusal is what is wanted.</summary>
    public bool WantsRefusal => Statuses is { } statuses && statuses.All(status => status >= 400);
}

/// <summary>A planned fault, played in the place of a user.</summary>
internal sealed record PlannedChaos(string Scenario, string TriggerUser, IReadOnlyList<int>? Statuses, ChaosScenario Act, Position At);

/// <summary><c>cost_tracking_config</c>.</summary>
internal sealed record CostTracking(string LogFile, IReadOnlyList<TrackedMetric> Metrics, IReadOnlyList<CostAlert> Alerts, decimal HostingPerMonth)
{
    /// <summary>Without the section.</summary>
    public static readonly CostTracking Default = new("simulation_costs.json", [], [], 7.00m);
}

/// <summary>A metric: a formula, a fixed value, a count or a breakdown by endpoint.</summary>
internal sealed record TrackedMetric(string Name, string? Calculation, decimal? Value, string? Prorated, bool Count, IReadOnlyList<string> Breakdown, string? Warning);

/// <summary>A condition that makes the run fail, in words of the metrics.</summary>
internal sealed record CostAlert(string Condition, string Message, Position At);

/// <summary><c>execution_order</c>.</summary>
internal sealed record ExecutionOrder(bool Parallel, IReadOnlyList<ExecutionStep> Steps, TimeSpan? Duration, int? MostConcurrent)
{
    /// <summary>Without the section: everyone at once.</summary>
    public static readonly ExecutionOrder Default = new(true, [], null, null);
}

/// <summary>Users that start together, so long after the run's start.</summary>
internal sealed record ExecutionStep(int Step, IReadOnlyList<string> Users, TimeSpan StartDelay);

/// <summary><c>expected_outcomes</c>: shown beside what happened, and nothing more.</summary>
internal sealed record ExpectedOutcomes(IReadOnlyList<KeyValuePair<string, string>> Lines);
