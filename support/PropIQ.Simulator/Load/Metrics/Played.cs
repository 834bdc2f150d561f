namespace PropIQ.Simulator.Load.Metrics;

/// <summary>What a request came to.</summary>
internal enum Outcome
{
    /// <summary>PropIQ did what was asked.</summary>
    Met,

    /// <summary>The plan does not allow it (any more); right, and no failure.</summary>
    RefusedByPlan,

    /// <summary>The session or its token was over, as they are some time; the user goes on with a new one.</summary>
    SessionOver,

    /// <summary>Refused for haste (clause 7.1).</summary>
    RateLimited,

    /// <summary>No answer, or one that should not be.</summary>
    Failed,
}

/// <summary>Why a request failed: its kind (status, transport, timeout, contract, client), and the sentence of the first of its like.</summary>
internal sealed record Failure(string Kind, int Status, string? Code, string Sentence)
{
    /// <summary>An answer with a status that should not be.</summary>
    public const string OfStatus = "status";

    /// <summary>No connection, or one that broke off.</summary>
    public const string OfTransport = "transport";

    /// <summary>No answer in time.</summary>
    public const string OfTimeout = "timeout";

    /// <summary>An answer that does not hold what the contract says.</summary>
    public const string OfContract = "contract";

    /// <summary>This program's own fault.</summary>
    public const string OfClient = "client";
}

/// <summary>A request and what came of it. <c>Check</c>: whether a success held what the contract says; null where there was none to check.</summary>
internal readonly record struct Played(Outcome Outcome, TimeSpan Service, bool? Check = null, Failure? Failure = null);
