using System.Collections.Concurrent;
using System.Text.Json;
using PropIQ.Mocks.Stripe.Events;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>PropIQ's webhook, played: keeps what arrives and answers as told.</summary>
internal sealed class FakeWebhook : IWebhookPost
{
    private readonly ConcurrentQueue<Arrival> _arrivals = new();

    /// <summary>The answer to an arrival, given how many came before it.</summary>
    public Func<Arrival, int, CancellationToken, Task<WebhookAnswer>> Answer { get; set; } = (_, _, _) => Task.FromResult(new WebhookAnswer(200, "ok"));

    public IReadOnlyList<Arrival> Arrivals => [.. _arrivals];

    public IReadOnlyList<string> Types => [.. _arrivals.Select(arrival => arrival.Type)];

    public void AnswerWith(params int[] statuses) =>
        Answer = (_, before, _) => Task.FromResult(new WebhookAnswer(statuses[Math.Min(before, statuses.Length - 1)], "answer"));

    public Task<WebhookAnswer> PostAsync(Uri url, string body, string? signature, CancellationToken cancellationToken)
    {
        var arrival = new Arrival(url, body, signature);
        int before;
        lock (_arrivals)
        {
            before = _arrivals.Count;
            _arrivals.Enqueue(arrival);
        }

        return Answer(arrival, before, cancellationToken);
    }
}

internal sealed record Arrival(Uri Url, string Body, string? Signature)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Object => Json.GetProperty("data").GetProperty("object");
}
