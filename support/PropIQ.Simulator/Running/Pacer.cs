namespace PropIQ.Simulator.Running;

/// <summary>
/// Keeps one user below the API's rate limit (20 requests in a second, clause 7.1) when nothing else slows him down: a
/// simulation is to meet that limit where it means to, not by its own haste.
/// </summary>
internal sealed class Pacer(TimeProvider time)
{
    private const int Most = 18;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1_150);

    private readonly Lock gate = new();
    private readonly Queue<long> sent = [];

    /// <summary>Waits for one's turn.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        while (TakeOrWait() is { } wait)
        {
            await Task.Delay(wait, time, cancellation);
        }
    }

    /// <summary>Counts a request that did not wait for its turn.</summary>
    public void Count()
    {
        lock (gate)
        {
            sent.Enqueue(time.GetTimestamp());
        }
    }

    private TimeSpan? TakeOrWait()
    {
        lock (gate)
        {
            while (sent.TryPeek(out var first) && time.GetElapsedTime(first) >= Window)
            {
                sent.Dequeue();
            }

            if (sent.Count < Most)
            {
                sent.Enqueue(time.GetTimestamp());
                return null;
            }

            return Window - time.GetElapsedTime(sent.Peek()) + TimeSpan.FromMilliseconds(1);
        }
    }
}
