using System.Diagnostics;

namespace PropIQ.Drivers.Attempts;

/// <summary>Waiting for what PropIQ or Stripe does in its own time: looked at again and again, with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>How long something is waited for.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Looks until what is seen is right, or the time is up; returns what was seen last, for a Then to judge.</summary>
    public static Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> right, CancellationToken cancellationToken) =>
        SeeAsync(look, right, Patience, cancellationToken);

    /// <summary>The same with another patience; with none, what is there is looked at once.</summary>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> right, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            var seen = await look();
            if (right(seen) || deadline.IsCancellationRequested)
            {
                return seen;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Looks until what is seen has been the same for a while, or the time is up; returns what was seen last.</summary>
    public static async Task<T> SettleAsync<T>(Func<Task<T>> look, Func<T, T, bool> same, TimeSpan quiet, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(quiet / 10);
        var (seen, since) = (await look(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(since) < quiet && !deadline.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            var now = await look();
            (seen, since) = (now, same(seen, now) ? since : Stopwatch.GetTimestamp());
        }

        return seen;
    }
}
