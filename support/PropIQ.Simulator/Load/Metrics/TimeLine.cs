using PropIQ.Simulator.Load.Histograms;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>What ended within one slice of time. Users and requests under way are the most that were seen.</summary>
internal sealed class Slice
{
    /// <summary>Fewer digits than elsewhere: there are many slices.</summary>
    public const int Digits = 2;

    public long Requests { get; set; }

    public long Failed { get; set; }

    public long RateLimited { get; set; }

    public long Dropped { get; set; }

    public int Users { get; set; }

    public int InFlight { get; set; }

    /// <summary>From when requests were due, in microseconds.</summary>
    public LatencyHistogram Corrected { get; init; } = new(Digits);

    /// <summary>Takes in the slice that follows; users do not add up over time.</summary>
    public void Follow(Slice next)
    {
        Count(next);
        (Users, InFlight) = (Math.Max(Users, next.Users), Math.Max(InFlight, next.InFlight));
    }

    /// <summary>Takes in another shard's slice of the same time.</summary>
    public void Beside(Slice other)
    {
        Count(other);
        (Users, InFlight) = (Users + other.Users, InFlight + other.InFlight);
    }

    private void Count(Slice other)
    {
        (Requests, Failed, RateLimited, Dropped) = (Requests + other.Requests, Failed + other.Failed, RateLimited + other.RateLimited, Dropped + other.Dropped);
        Corrected.Add(other.Corrected);
    }
}

/// <summary>A load over time: slices of a second at first, of twice as long whenever there would be too many.</summary>
internal sealed class TimeLine(int secondsEach = 1)
{
    private const int Most = 240;

    private readonly Lock gate = new();
    private readonly List<Slice> slices = [];

    /// <summary>How long a slice is; a power of two.</summary>
    public int SecondsEach { get; private set; } = secondsEach;

    public IReadOnlyList<Slice> Slices
    {
        get
        {
            lock (gate)
            {
                return [.. slices];
            }
        }
    }

    public void Add(TimeSpan at, in Played played, TimeSpan waited)
    {
        lock (gate)
        {
            var slice = SliceAt(at);
            slice.Requests++;
            slice.Failed += played.Outcome == Outcome.Failed ? 1 : 0;
            if (played.Outcome == Outcome.RateLimited)
            {
                slice.RateLimited++;
            }
            else
            {
                slice.Corrected.Record(Math.Max(0, (played.Service + waited).Ticks / TimeSpan.TicksPerMicrosecond));
            }
        }
    }

    public void Drop(TimeSpan at)
    {
        lock (gate)
        {
            SliceAt(at).Dropped++;
        }
    }

    public void Saw(TimeSpan at, int users, int inFlight)
    {
        lock (gate)
        {
            var slice = SliceAt(at);
            (slice.Users, slice.InFlight) = (Math.Max(slice.Users, users), Math.Max(slice.InFlight, inFlight));
        }
    }

    /// <summary>A slice as it was read from a report, at the end.</summary>
    public void Append(Slice slice) => slices.Add(slice);

    /// <summary>Takes in another shard's time, which began at the same moment.</summary>
    public void Beside(TimeLine other)
    {
        while (SecondsEach < other.SecondsEach)
        {
            Coarsen();
        }

        for (var place = 0; place < other.slices.Count; place++)
        {
            SliceAt(TimeSpan.FromSeconds(place * other.SecondsEach)).Beside(other.slices[place]);
        }
    }

    private Slice SliceAt(TimeSpan at)
    {
        while (at.TotalSeconds / SecondsEach >= Most)
        {
            Coarsen();
        }

        var place = Math.Max(0, (int)(at.TotalSeconds / SecondsEach));
        while (slices.Count <= place)
        {
            slices.Add(new());
        }

        return slices[place];
    }

    private void Coarsen()
    {
        for (var place = 0; place < slices.Count; place++)
        {
            if (place % 2 == 0)
            {
                slices[place / 2] = slices[place];
            }
            else
            {
                slices[place / 2].Follow(slices[place]);
            }
        }

        slices.RemoveRange((slices.Count + 1) / 2, slices.Count - ((slices.Count + 1) / 2));
        SecondsEach *= 2;
    }
}
