using System.Collections.Concurrent;
using PropIQ.ReferenceApi.Memory;

namespace PropIQ.ReferenceApi.Domain.Limits;

/// <summary>Counts requests by key (clause 7.1).</summary>
public interface IRateLimiter
{
    /// <summary>Admits a request for <paramref name="key"/> at <paramref name="now"/>, on whichever clock is that key's, or says how long to wait.</summary>
    bool TryAdmit(string key, DateTimeOffset now, out TimeSpan wait);
}

/// <summary>
/// A sliding window of one second for each key. Memory is bounded: beyond <paramref name="capacity"/> keys, those not
/// seen for longest are dropped. "Longest" is by the machine's clock, as users' clocks may stand still.
/// </summary>
public sealed class RateLimiter(int perSecond, TimeProvider machine, int capacity = 50_000) : IRateLimiter
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>How many keys are kept.</summary>
    public int Count => entries.Count;

    /// <inheritdoc />
    public bool TryAdmit(string key, DateTimeOffset now, out TimeSpan wait)
    {
        var entry = entries.GetOrAdd(key, static (_, limit) => new Entry(new SlidingWindow(limit, Length)), perSecond);
        entry.SeenAt = machine.GetTimestamp();
        Forgetting.Oldest(entries, capacity, static _ => true, static known => known.SeenAt);
        return entry.Window.TryAdmit(now, out wait);
    }

    private sealed class Entry(SlidingWindow window)
    {
        public SlidingWindow Window { get; } = window;

        public long SeenAt { get; set; }
    }
}
