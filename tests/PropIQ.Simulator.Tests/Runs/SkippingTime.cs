namespace PropIQ.Simulator.Tests.Runs;

/// <summary>Time in which pauses take no time: whoever waits for less than a limit is let go at once, and the clock moves on by it.</summary>
internal sealed class SkippingTime(TimeSpan limit) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private DateTimeOffset now = DateTimeOffset.UtcNow;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>All pauses that were skipped.</summary>
    public TimeSpan Skipped { get; private set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Wait(Waiting timer, TimeSpan due)
    {
        List<Waiting> over = [];
        lock (gate)
        {
            waiting.Remove(timer);
            if (due < TimeSpan.Zero)
            {
                return;
            }

            timer.Due = now + due;
            waiting.Add(timer);
            if (due < limit)
            {
                now += due;
                Skipped += due;
                over = waiting.FindAll(other => other.Due <= now);
                waiting.RemoveAll(over.Contains);
            }
        }

        over.ForEach(other => other.Fire());
    }

    private sealed class Waiting(SkippingTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Wait(this, dueTime);
            return true;
        }

        public void Fire() => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public void Dispose() => time.Wait(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
