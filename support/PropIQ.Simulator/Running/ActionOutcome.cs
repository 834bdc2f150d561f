namespace PropIQ.Simulator.Running;

/// <summary>What became of an action. Each action counts once, under one of these.</summary>
internal enum OutcomeKind
{
    /// <summary>It went as expected.</summary>
    Met,

    /// <summary>It was refused, and that was expected.</summary>
    ExpectedRefusal,

    /// <summary>PropIQ answered, but not as expected.</summary>
    Unmet,

    /// <summary>There was no answer, or the simulator itself failed.</summary>
    Error,

    /// <summary>It did not happen: by chance, for want of what it depends on, or because it is not possible here.</summary>
    Skipped,

    /// <summary>The run was stopped while it was going on.</summary>
    Interrupted,
}

/// <summary>Why an action did not happen.</summary>
internal enum SkipCause
{
    /// <summary>It did happen.</summary>
    None,

    /// <summary>The dice said so.</summary>
    Chance,

    /// <summary>What it depends on did not happen.</summary>
    Dependency,

    /// <summary>The target does not offer what it needs.</summary>
    NotPossible,

    /// <summary>The session's time was over.</summary>
    TimeOver,
}

/// <summary>One action's story. <c>Reason</c> says why it was skipped, failed or broke off.</summary>
internal sealed record ActionOutcome(
    int Number,
    string Type,
    OutcomeKind Kind,
    string? Reason,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    IReadOnlyList<CallRecord> Calls)
{
    public SkipCause Skip { get; init; }

    /// <summary>The names under which later actions may require it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What the contract says about the answer, where the profile expects something else.</summary>
    public string? ContractNote { get; init; }

    public bool Completed => Kind is OutcomeKind.Met or OutcomeKind.ExpectedRefusal;

    public bool Failed => Kind is OutcomeKind.Unmet or OutcomeKind.Error;
}
