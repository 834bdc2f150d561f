using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Running;

/// <summary>What is one user's own in a run: chance, costs, evidence.</summary>
internal sealed class UserState(UserProfile profile, Random random, Prices prices)
{
    private readonly Lock gate = new();
    private readonly List<CallRecord> calls = [];
    private readonly List<HeardMessages> heard = [];
    private readonly List<WebhookDelivery> deliveries = [];
    private int sessions;

    public UserProfile Profile => profile;

    public string Name => profile.Name;

    /// <summary>Only for the user's own flow of actions, never from two at once.</summary>
    public Random Random => random;

    public CostMeter Costs { get; } = new(prices);

    public Conversion Conversion { get; } = new();

    public IReadOnlyList<CallRecord> Calls => Copy(calls);

    public IReadOnlyList<HeardMessages> Heard => Copy(heard);

    public IReadOnlyList<WebhookDelivery> Deliveries => Copy(deliveries);

    public int NextSession() => Interlocked.Increment(ref sessions);

    public void Add(CallRecord call)
    {
        lock (gate)
        {
            calls.Add(call);
        }

        Costs.Note(call);
    }

    public void Add(HeardMessages messages)
    {
        lock (gate)
        {
            heard.Add(messages);
        }
    }

    public void Add(WebhookDelivery delivery)
    {
        lock (gate)
        {
            deliveries.Add(delivery);
        }
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (gate)
        {
            return [.. list];
        }
    }
}

/// <summary>What Slack, the mailer and Weights &amp; Biases heard about one account.</summary>
internal sealed record HeardMessages(string Identity, IReadOnlyList<string> Slack, IReadOnlyList<string> Email, IReadOnlyList<string> Wandb);

/// <summary>
/// An event that reached PropIQ's webhook. <c>Confirmed</c>: PropIQ's own answers show its effect afterwards. <c>Amount</c> in
/// dollars; <c>Copies</c> is how often the same event was delivered.
/// </summary>
internal sealed record WebhookDelivery(
    string Identity, int ActionNumber, string EventType, string Tier, decimal Amount, string? FailureReason, IReadOnlyList<int> Statuses, bool Confirmed, DateTimeOffset UserTime, int Session)
{
    public bool Accepted => Statuses.Count > 0 && Statuses.All(status => status is >= 200 and < 300);
}
