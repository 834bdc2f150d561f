using PropIQ.Client;

namespace PropIQ.Drivers.Attempts;

/// <summary>Something a person tried: what came of it is judged later, by a Then.</summary>
public interface IAttempt
{
    /// <summary>What was tried, as the end of "Frank tried to …".</summary>
    string What { get; }

    /// <summary>Whether PropIQ did it.</summary>
    bool Succeeded { get; }

    /// <summary>The refusal, if it was refused.</summary>
    Problem? Problem { get; }

    /// <summary>The exchange behind it.</summary>
    Exchange Exchange { get; }

    /// <summary>What came of it, in words.</summary>
    string Outcome { get; }
}

/// <summary>An attempt that gives a <typeparamref name="T"/> when it succeeds.</summary>
public sealed class Attempt<T>(string what, Answer<T> answer) : IAttempt
    where T : class
{
    /// <inheritdoc />
    public string What { get; } = what;

    /// <summary>PropIQ's answer.</summary>
    public Answer<T> Answer { get; } = answer;

    /// <inheritdoc />
    public bool Succeeded => Answer.Succeeded;

    /// <inheritdoc />
    public Problem? Problem => Answer.Problem;

    /// <inheritdoc />
    public Exchange Exchange => Answer.Exchange;

    /// <inheritdoc />
    public string Outcome => Answer switch
    {
        { Succeeded: true } => "PropIQ did it",
        { Problem.Code: null, Unreadable: { } why } => why,
        { Problem: { } problem } => $"PropIQ refused: {problem.Detail ?? problem.Title ?? "no reason given"} ({problem.Code ?? "no code"}, {problem.Status})",
        { Unreadable: { } why } => why,
        _ => $"PropIQ answered {Answer.Status} with nothing that can be read",
    };

    /// <summary>What was asked for; fails in plain words when it was not given.</summary>
    public T ShouldSucceed()
    {
        Verdict.That(Succeeded, $"to {What} should have worked, but {Outcome}");
        return Answer.Value!;
    }
}
