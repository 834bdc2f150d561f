namespace PropIQ.ReferenceApi.Domain.Limits;

/// <summary>
/// At most so many events in any stretch of time of a given length: one is free again exactly that long after the
/// oldest. Only admitted events count, so that who keeps knocking still gets the full allowance.
/// </summary>
public sealed class SlidingWindow(int limit, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> admitted = new(limit);
    private readonly Lock gate = new();

    /// <summary>Admits an event at <paramref name="now"/>, or says how long the next one must wait.</summary>
    public bool TryAdmit(DateTimeOffset now, out TimeSpan wait)
    {
        lock (gate)
        {
            Forget(now);
            if (admitted.Count < limit)
            {
                admitted.Enqueue(now);
                wait = TimeSpan.Zero;
                return true;
            }

            wait = admitted.Peek() + length - now;
            return false;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        // A machine's clock may be set back: what then lies ahead of it would block for as long.
        while (admitted.TryPeek(out var oldest) && (now - oldest).Duration() >= length)
        {
            admitted.Dequeue();
        }
    }
}
