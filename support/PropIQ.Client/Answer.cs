using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PropIQ.Client;

/// <summary>
/// What a call came to. A call never throws for what a server did: a refusal is a <see cref="Problem"/>, and an
/// answer that breaks the contract (HTML, empty, no connection, time-out) says so in <see cref="Unreadable"/>.
/// From status 400 on there is always a <see cref="Problem"/>; where its body cannot be read, its code is null and
/// <see cref="Unreadable"/> says what came instead.
/// </summary>
public sealed record Answer<T>(Exchange Exchange, T? Value, Problem? Problem, string? Unreadable)
    where T : class
{
    /// <summary>The status as a number; 0 when no answer came.</summary>
    public int Status => (int)(Exchange.Status ?? 0);

    /// <summary>True when PropIQ did what was asked and the answer can be read.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;
}

/// <summary>An answer without content (logout).</summary>
public sealed record Nothing
{
    /// <summary>The only one there is.</summary>
    public static readonly Nothing Instance = new();
}

/// <summary>A refusal as RFC 9457 problem details. <c>Members</c> holds what the refusal adds (usage, errors, upgrade_to …).</summary>
public sealed record Problem(
    int Status,
    string? Code,
    string? Title,
    string? Detail,
    IReadOnlyDictionary<string, JsonElement> Members,
    TimeSpan? RetryAfter,
    string? ContentType)
{
    /// <summary>The kind of problem, as a URI.</summary>
    public string? Type { get; init; }

    /// <summary>The status that the body repeats; null when it holds none, or no whole number.</summary>
    public decimal? StatusRepeated { get; init; }
}
