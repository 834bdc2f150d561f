namespace PropIQ.Mocks.Inbox;

/// <summary>
/// The director's side of a collaborator that PropIQ only sends to: Slack, SendGrid, Weights &amp; Biases.
/// A message belongs to whoever's e-mail (or other mark) its text contains, so scenarios side by side never meet.
/// </summary>
public interface IInboxControl
{
    /// <summary>The accepted messages whose text contains <paramref name="mark"/>, oldest first.</summary>
    Task<IReadOnlyList<InboxMessage>> ContainingAsync(string mark, CancellationToken cancellationToken);

    /// <summary>Every attempt, accepted or refused, whose text contains <paramref name="mark"/>.</summary>
    Task<IReadOnlyList<InboxMessage>> AttemptsAsync(string mark, CancellationToken cancellationToken);

    /// <summary>Messages whose text contains <paramref name="mark"/> are refused with <paramref name="status"/>, or left unanswered for <paramref name="stall"/>, until healed.</summary>
    Task FailAsync(string mark, int status, TimeSpan? stall, CancellationToken cancellationToken);

    /// <summary>Ends the failing for <paramref name="mark"/>.</summary>
    Task HealAsync(string mark, CancellationToken cancellationToken);
}

/// <summary>A message as received: <c>Body</c> is the JSON text, <c>Path</c> where it was posted, <c>Status</c> what was answered.</summary>
public sealed record InboxMessage(string Path, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At, int Status);
