namespace PropIQ.Simulator.Running;

/// <summary>What goes over the wire right now and so far, over all users.</summary>
internal sealed class TrafficMeter
{
    private readonly Lock gate = new();
    private readonly List<double> milliseconds = [];
    private int inFlight;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>The most requests that were ever in flight at once.</summary>
    public int Peak { get; private set; }

    public int Answered { get; private set; }

    /// <summary>A request is on its way until the answer is disposed of.</summary>
    public IDisposable Begin()
    {
        lock (gate)
        {
            inFlight++;
            Peak = Math.Max(Peak, inFlight);
        }

        return new Flight(this);
    }

    public void Took(TimeSpan duration)
    {
        lock (gate)
        {
            Answered++;
            milliseconds.Add(duration.TotalMilliseconds);
        }
    }

    /// <summary>The 95th percentile of what was answered so far, in milliseconds.</summary>
    public double P95()
    {
        lock (gate)
        {
            return Percentiles.Of(milliseconds, 95);
        }
    }

    private sealed class Flight(TrafficMeter meter) : IDisposable
    {
        public void Dispose()
        {
            lock (meter.gate)
            {
                meter.inFlight--;
            }
        }
    }
}
