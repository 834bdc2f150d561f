using System.Diagnostics;

namespace PropIQ.Mocks.Stripe.Events;

/// <summary>Every attempt at the webhook, by e-mail, in the order in which they were begun.</summary>
internal sealed class DeliveryLog
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    /// <summary>Begins an attempt: counts it for its event and gives it its place.</summary>
    public Entry Begin(string email, StripeEvent sent, DateTimeOffset at)
    {
        lock (_gate)
        {
            var number = _attempts[sent.Id] = _attempts.GetValueOrDefault(sent.Id) + 1;
            var entry = new Entry(email, sent, number, at);
            _entries.Add(entry);
            return entry;
        }
    }

    public DeliveryAttempt End(Entry entry, int status, string body)
    {
        var attempt = new DeliveryAttempt(entry.Sent.Id, entry.Sent.Type, entry.Number, status, body, entry.At, Stopwatch.GetElapsedTime(entry.Began));
        lock (_gate)
        {
            entry.Result = attempt;
        }

        return attempt;
    }

    /// <summary>How many attempts have begun and not ended.</summary>
    public int UnderWay(string email)
    {
        lock (_gate)
        {
            return _entries.Count(entry => entry.Result is null && string.Equals(entry.Email, email.Trim(), StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The attempts that have ended.</summary>
    public IReadOnlyList<DeliveryAttempt> Of(string email)
    {
        lock (_gate)
        {
            return
            [
                .. _entries
                    .Where(entry => entry.Result is not null && string.Equals(entry.Email, email.Trim(), StringComparison.OrdinalIgnoreCase))
                    .Select(entry => entry.Result!),
            ];
        }
    }

    /// <summary>An attempt under way.</summary>
    internal sealed class Entry(string email, StripeEvent sent, int number, DateTimeOffset at)
    {
        public string Email { get; } = email;

        public StripeEvent Sent { get; } = sent;

        public int Number { get; } = number;

        public DateTimeOffset At { get; } = at;

        public long Began { get; } = Stopwatch.GetTimestamp();

        public DeliveryAttempt? Result { get; set; }
    }
}
