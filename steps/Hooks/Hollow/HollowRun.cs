namespace PropIQ.Steps.Hooks.Hollow;

/// <summary>
/// What a run asks for with <c>PROPIQ_HOLLOW</c> when it is to show that every scenario can fail: answers with nothing in
/// them. Written as <c>zeros:when</c>: how they are emptied, and from which kind of step on. Such a run says nothing about PropIQ.
/// </summary>
/// <param name="Emptying">How answers are emptied.</param>
/// <param name="FromWhen">From a scenario's first When on; else from its first Then on.</param>
internal sealed record HollowRun(Emptying Emptying, bool FromWhen)
{
    private const string Variable = "PROPIQ_HOLLOW";

    /// <summary>What the environment asks for; null when it asks for nothing.</summary>
    /// <exception cref="InvalidOperationException">When used: it asks for something that there is not.</exception>
    public static HollowRun? Asked { get; } = Of(Environment.GetEnvironmentVariable(Variable));

    private static HollowRun? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Split(':') switch
    {
        [var emptying, "when" or "then"] parts when Enum.TryParse<Emptying>(emptying, ignoreCase: true, out var found) => new HollowRun(found, parts[1] == "when"),
        _ => throw new InvalidOperationException(
            $"{Variable} is \"{text}\". Write {string.Join(", ", Enum.GetNames<Emptying>()).ToLowerInvariant()}, a colon, and when or then; or unset it."),
    };
}

/// <summary>How an answer is emptied. Its status stays: a right status alone must satisfy no scenario.</summary>
internal enum Emptying
{
    /// <summary>All members, with nothing in them: 0, "", false, empty lists.</summary>
    Zeros,

    /// <summary>An object without members.</summary>
    Members,

    /// <summary>No body at all.</summary>
    Body,
}
