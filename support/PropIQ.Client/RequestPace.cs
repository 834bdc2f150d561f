namespace PropIQ.Client;

/// <summary>
/// Keeps requests to one PropIQ apart, over all clients that share it: each goes out a whole interval after the one before
/// it, so that in no second there are more than allowed. Waiting here is not part of a call's time.
/// </summary>
/// <param name="perSecond">How many requests a second at most.</param>
/// <param name="time">The clock; null is the machine's.</param>
public sealed class RequestPace(int perSecond, TimeProvider? time = null)
{
    private static readonly TimeSpan MostPrecise = TimeSpan.FromMilliseconds(1);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly TimeSpan interval = TimeSpan.FromSeconds(1.0 / perSecond);
    private long? last;

    /// <summary>To be awaited before each request; whoever came first goes first.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // A timer may be early by a fraction of a millisecond.
            while (last is { } before && interval - clock.GetElapsedTime(before) is var rest && rest > TimeSpan.Zero)
            {
                await Task.Delay(rest < MostPrecise ? MostPrecise : rest, clock, cancellation).ConfigureAwait(false);
            }

            last = clock.GetTimestamp();
        }
        finally
        {
            turn.Release();
        }
    }
}
