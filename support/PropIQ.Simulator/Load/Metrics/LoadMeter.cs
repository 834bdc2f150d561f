using System.Diagnostics;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>Measures a load: warm-up apart, everything by persona and action, and over time. Moments are of <see cref="Stopwatch"/>.</summary>
internal sealed class LoadMeter(int digits, TimeSpan warmUp)
{
    private long began = Stopwatch.GetTimestamp();
    private int users;
    private int mostUsers;
    private int inFlight;

    public Tally WarmUp { get; } = new(digits);

    public Tally Measured { get; } = new(digits);

    public TimeLine OverTime { get; } = new();

    /// <summary>Users that are about.</summary>
    public int Users => Volatile.Read(ref users);

    public int MostUsers => Volatile.Read(ref mostUsers);

    /// <summary>Requests under way.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>The load begins now.</summary>
    public void Begin() => began = Stopwatch.GetTimestamp();

    /// <summary>How long the load has been going on.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(began);

    /// <summary>The moment that lies so long after the beginning.</summary>
    public long Moment(TimeSpan since) => began + Ticks(since);

    /// <summary>How long after the beginning a moment is.</summary>
    public TimeSpan Since(long moment) => Stopwatch.GetElapsedTime(began, moment);

    public static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    public void Came()
    {
        var now = Interlocked.Increment(ref users);
        for (var seen = MostUsers; now > seen; seen = MostUsers)
        {
            Interlocked.CompareExchange(ref mostUsers, now, seen);
        }
    }

    public void Went() => Interlocked.Decrement(ref users);

    public void Sends() => Interlocked.Increment(ref inFlight);

    /// <summary>It was not sent after all.</summary>
    public void Unsent() => Interlocked.Decrement(ref inFlight);

    /// <summary>A request is over that was due at one moment and sent at another.</summary>
    public void Ended(string persona, LoadAction action, long due, long sent, in Played played)
    {
        Interlocked.Decrement(ref inFlight);
        var waited = sent > due ? Stopwatch.GetElapsedTime(due, sent) : TimeSpan.Zero;
        var tally = TallyAt(due);
        tally.Add(persona, action, waited, played);
        if (tally == Measured)
        {
            OverTime.Add(Since(sent) + played.Service - warmUp, played, waited);
        }
    }

    /// <summary>A request was given up since the time was over.</summary>
    public void Interrupted(long due)
    {
        Interlocked.Decrement(ref inFlight);
        TallyAt(due).Interrupt();
    }

    public void Iterated(long due) => TallyAt(due).Iterated();

    public void HeldBack(long due) => TallyAt(due).HoldBack();

    /// <summary>An arrival found nobody free.</summary>
    public void Dropped(long due)
    {
        TallyAt(due).Drop();
        if (Since(due) >= warmUp)
        {
            OverTime.Drop(Since(due) - warmUp);
        }
    }

    /// <summary>Takes note of how many are about, and of how long it has been going on.</summary>
    public void Look(TimeSpan elapsed)
    {
        WarmUp.Elapsed = elapsed < warmUp ? elapsed : warmUp;
        Measured.Elapsed = elapsed > warmUp ? elapsed - warmUp : TimeSpan.Zero;
        if (elapsed >= warmUp)
        {
            OverTime.Saw(elapsed - warmUp, Users, InFlight);
        }
    }

    private Tally TallyAt(long due) => Since(due) < warmUp ? WarmUp : Measured;
}
