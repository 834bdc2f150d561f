using PropIQ.Simulator.Load.Histograms;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>One persona's requests of one action, counted from any thread. Times are in microseconds.</summary>
internal sealed class Cell(int digits)
{
    private long requests;
    private long failed;
    private long rateLimited;
    private long refusedByPlan;
    private long sessionsOver;
    private long timeouts;
    private long checksPassed;
    private long checksFailed;

    /// <summary>From when the request was due to its answer's end.</summary>
    public LatencyHistogram Corrected { get; } = new(digits);

    /// <summary>From when the request was sent to its answer's end.</summary>
    public LatencyHistogram Service { get; } = new(digits);

    public long Requests { get => Volatile.Read(ref requests); init => requests = value; }

    public long Failed { get => Volatile.Read(ref failed); init => failed = value; }

    public long RateLimited { get => Volatile.Read(ref rateLimited); init => rateLimited = value; }

    public long RefusedByPlan { get => Volatile.Read(ref refusedByPlan); init => refusedByPlan = value; }

    public long SessionsOver { get => Volatile.Read(ref sessionsOver); init => sessionsOver = value; }

    public long Timeouts { get => Volatile.Read(ref timeouts); init => timeouts = value; }

    public long ChecksPassed { get => Volatile.Read(ref checksPassed); init => checksPassed = value; }

    public long ChecksFailed { get => Volatile.Read(ref checksFailed); init => checksFailed = value; }

    /// <summary>Counts a request that was due so long before it was sent. One refused for haste has no latency: the refusal is quick, and would flatter.</summary>
    public void Add(in Played played, TimeSpan waited)
    {
        Interlocked.Increment(ref requests);
        switch (played.Outcome)
        {
            case Outcome.RateLimited:
                Interlocked.Increment(ref rateLimited);
                return;
            case Outcome.RefusedByPlan:
                Interlocked.Increment(ref refusedByPlan);
                break;
            case Outcome.SessionOver:
                Interlocked.Increment(ref sessionsOver);
                break;
            case Outcome.Failed:
                Interlocked.Increment(ref failed);
                break;
        }

        if (played.Failure?.Kind == Failure.OfTimeout)
        {
            Interlocked.Increment(ref timeouts);
        }

        if (played.Check is { } check)
        {
            Interlocked.Increment(ref check ? ref checksPassed : ref checksFailed);
        }

        Service.Record(Microseconds(played.Service));
        Corrected.Record(Microseconds(played.Service + waited));
    }

    /// <summary>Adds what another one counted.</summary>
    public void Add(Cell other)
    {
        Interlocked.Add(ref requests, other.Requests);
        Interlocked.Add(ref failed, other.Failed);
        Interlocked.Add(ref rateLimited, other.RateLimited);
        Interlocked.Add(ref refusedByPlan, other.RefusedByPlan);
        Interlocked.Add(ref sessionsOver, other.SessionsOver);
        Interlocked.Add(ref timeouts, other.Timeouts);
        Interlocked.Add(ref checksPassed, other.ChecksPassed);
        Interlocked.Add(ref checksFailed, other.ChecksFailed);
        Corrected.Add(other.Corrected);
        Service.Add(other.Service);
    }

    private static long Microseconds(TimeSpan time) => Math.Max(0, time.Ticks / TimeSpan.TicksPerMicrosecond);
}
