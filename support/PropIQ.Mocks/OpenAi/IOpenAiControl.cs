namespace PropIQ.Mocks.OpenAi;

/// <summary>
/// The director's side of the mock Azure OpenAI. Everything is per end user (the request's <c>user</c>, which is the
/// account's id), so scenarios that run side by side never meet. Members take and give plain data: they can be remoted.
/// </summary>
public interface IOpenAiControl
{
    /// <summary>From now on the model answers this user's analyses so, until told otherwise.</summary>
    Task SayAsync(string user, AiScript script, CancellationToken cancellationToken);

    /// <summary>From now on this user's calls fail so; <paramref name="times"/> null means until healed.</summary>
    Task FailAsync(string user, AiFault fault, int? times, CancellationToken cancellationToken);

    /// <summary>Ends faults and held answers for this user.</summary>
    Task HealAsync(string user, CancellationToken cancellationToken);

    /// <summary>
    /// Holds this user's answers until <paramref name="count"/> calls wait at once, then lets them all go: the proof that they
    /// overlapped. A call that waits longer than <paramref name="deadline"/> is let go, and the overlap counts as not reached.
    /// </summary>
    Task HoldUntilAsync(string user, int count, TimeSpan deadline, CancellationToken cancellationToken);

    /// <summary>The calls made for this user so far, oldest first.</summary>
    Task<IReadOnlyList<AiCall>> CallsAsync(string user, CancellationToken cancellationToken);

    /// <summary>The most calls of this user that were being answered at the same time, since answers were last held.</summary>
    Task<int> PeakOverlapAsync(string user, CancellationToken cancellationToken);
}

/// <summary>
/// What the model says; null members keep the mock's own believable, deterministic answer. A score outside 0–100 is
/// allowed here: it is how "score out of range" is staged. Tokens are what <c>usage</c> reports. <c>ScoreAlone</c> leaves an
/// analysis without anything but its score.
/// </summary>
public sealed record AiScript(
    decimal? DealScore = null, string? Summary = null, int? InputTokens = null, int? OutputTokens = null, string? Reply = null, bool ScoreAlone = false);

/// <summary>A way for the model to fail.</summary>
/// <param name="Kind">How it fails.</param>
/// <param name="Status">The status of a <see cref="AiFaultKind.Refuses"/>, 4xx or 5xx.</param>
/// <param name="Delay">How long a <see cref="AiFaultKind.IsSlow"/> takes.</param>
public sealed record AiFault(AiFaultKind Kind, int? Status = null, TimeSpan? Delay = null);

/// <summary>The ways for the model to fail (clause 3.8).</summary>
public enum AiFaultKind
{
    /// <summary>Answers with an error status.</summary>
    Refuses,

    /// <summary>Answers rightly, but late.</summary>
    IsSlow,

    /// <summary>Drops the connection without an answer.</summary>
    DropsConnection,

    /// <summary>Stops in the middle of the answer.</summary>
    Truncates,

    /// <summary>Says something that is not JSON where an analysis was asked for; to a chat, answers a web page.</summary>
    TalksNonsense,

    /// <summary>Says the analysis asked for in the middle of prose, which is no JSON either.</summary>
    TalksAround,

    /// <summary>Answers 200 with a web page, as a gateway in between might.</summary>
    AnswersHtml,

    /// <summary>Gives an analysis without a score.</summary>
    ForgetsTheScore,

    /// <summary>Gives a score outside 0–100.</summary>
    ScoresOutOfRange,
}

/// <summary>
/// One call that the mock answered. <c>Model</c> is the one that the request named, empty when it left that to the deployment.
/// <c>Prompt</c> is the text of all messages, in order.
/// </summary>
public sealed record AiCall(string User, string Deployment, string Model, string ApiKey, string Prompt, DateTimeOffset At, int InputTokens, int OutputTokens, int Status);
