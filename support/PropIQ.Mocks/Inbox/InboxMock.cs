using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Inbox;

/// <summary>A collaborator that PropIQ only sends to: keeps what it is sent, and fails or stalls by mark.</summary>
public sealed class InboxMock : IMockService, IInboxControl
{
    private const int Most = 50_000;

    private readonly Lock _lock = new();
    private readonly EntryShelf<Entry> _entries = new(Most, entry => entry.Text);
    private readonly Dictionary<string, Failing> _failing = new(StringComparer.OrdinalIgnoreCase);
    private readonly IInboxProtocol _protocol;
    private readonly TimeProvider _time;

    private InboxMock(IInboxProtocol protocol, TimeProvider? time)
    {
        _protocol = protocol;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Slack's incoming webhooks.</summary>
    public static InboxMock Slack(TimeProvider? time = null) => new(new SlackProtocol(), time);

    /// <summary>SendGrid; a null key accepts any bearer.</summary>
    public static InboxMock SendGrid(string? apiKey, TimeProvider? time = null) => new(new SendGridProtocol(apiKey), time);

    /// <summary>Weights &amp; Biases.</summary>
    public static InboxMock Wandb(TimeProvider? time = null) => new(new WandbProtocol(), time);

    /// <inheritdoc />
    public async Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken)
    {
        var body = _protocol.BodyOf(request);
        var entry = new Entry(request, body, JsonText.Decode(body));
        var failing = Receive(entry);
        if (failing?.Stall is { } stall)
        {
            await failing.WaitAsync(stall, _time, cancellationToken);
        }

        // Being slow is no refusal: a failing with a status of success only delays.
        var answer = failing is null or { Status: < 400 } ? _protocol.Answer(request) : _protocol.Refusal(failing.Status);
        lock (_lock)
        {
            entry.Status = answer.Status;
        }

        return answer;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<InboxMessage>> ContainingAsync(string mark, CancellationToken cancellationToken) =>
        Task.FromResult(Find(mark, entry => entry.Status is >= 200 and < 300));

    /// <inheritdoc />
    public Task<IReadOnlyList<InboxMessage>> AttemptsAsync(string mark, CancellationToken cancellationToken) =>
        Task.FromResult(Find(mark, _ => true));

    /// <inheritdoc />
    public Task FailAsync(string mark, int status, TimeSpan? stall, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _failing.Remove(mark, out var before);
            before?.End();
            _failing[mark] = new Failing(status, stall);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task HealAsync(string mark, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _failing.Remove(mark, out var failing);
            failing?.End();
        }

        return Task.CompletedTask;
    }

    private Failing? Receive(Entry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
            return _failing.FirstOrDefault(failing => Mark.IsIn(entry.Text, failing.Key)).Value;
        }
    }

    private IReadOnlyList<InboxMessage> Find(string mark, Func<Entry, bool> wanted)
    {
        Entry[] entries;
        lock (_lock)
        {
            entries = _entries.Candidates(mark);
        }

        return [.. entries.Where(entry => wanted(entry) && Mark.IsIn(entry.Text, mark)).Select(entry => entry.ToMessage())];
    }

    /// <summary>A message; the status is 0 until it is answered.</summary>
    private sealed record Entry(MockRequest Request, string Body, string Text)
    {
        public volatile int Status;

        public InboxMessage ToMessage() => new(Request.Path, Request.Headers, Body, Request.ReceivedAt, Status);
    }
}
