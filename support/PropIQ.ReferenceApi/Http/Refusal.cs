namespace PropIQ.ReferenceApi.Http;

/// <summary>A request refused on purpose: becomes problem details (RFC 9457). <c>Code</c> is stable, <c>Detail</c> is for people.</summary>
public sealed class Refusal(int status, string code, string? detail = null, Exception? cause = null) : Exception(detail ?? code, cause)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The contract's snake_case code.</summary>
    public string Code { get; } = code;

    /// <summary>The sentence for people.</summary>
    public string? Detail { get; } = detail;

    /// <summary>Members that this refusal adds, by their JSON names.</summary>
    public Dictionary<string, object?> Members { get; } = [];

    /// <summary>When trying again may help, if it may.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Adds a member and returns this refusal.</summary>
    public Refusal With(string member, object? value)
    {
        Members[member] = value;
        return this;
    }
}
