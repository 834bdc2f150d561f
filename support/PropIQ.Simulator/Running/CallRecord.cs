using PropIQ.Client;

namespace PropIQ.Simulator.Running;

/// <summary>One call as evidence: who asked what, when by the machine's and the user's clock, and what came of it.</summary>
internal sealed record CallRecord
{
    /// <summary>Whose account: calls of one e-mail tell one story.</summary>
    public required string Identity { get; init; }

    public required int ActionNumber { get; init; }

    public required string ActionType { get; init; }

    /// <summary>The contract's path, placeholders instead of ids.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What was asked: a record of the contract, or null.</summary>
    public object? Request { get; init; }

    /// <summary>The answer where it was a success that could be read.</summary>
    public object? Value { get; init; }

    public required int Status { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>Why the answer cannot be read, or why there is none.</summary>
    public string? Unreadable { get; init; }

    public required Exchange Exchange { get; init; }

    /// <summary>When it was sent by the user's own clock.</summary>
    public required DateTimeOffset UserTime { get; init; }

    /// <summary>The number of the session at the user's side; 0 without one.</summary>
    public int Session { get; init; }

    /// <summary>How old the access token was by the user's clock.</summary>
    public TimeSpan? TokenAge { get; init; }

    /// <summary>How long the session had not been used, by the user's clock.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>The local address that it came from; null when the system chose.</summary>
    public string? From { get; init; }

    /// <summary>True for calls that were put right by asking again later; they are no one's outcome.</summary>
    public bool Superseded { get; init; }

    /// <summary>True for calls of the testing interface.</summary>
    public bool IsTesting => Endpoint.StartsWith("/testing/", StringComparison.Ordinal);

    public string? Code => Problem?.Code;

    public bool Succeeded => Status is >= 200 and < 300 && Unreadable is null;

    public DateTimeOffset EndedAt => Exchange.StartedAt + Exchange.Duration;
}
