using System.Diagnostics;

namespace PropIQ.Simulator.Load.Running;

/// <summary>A promise never to send more than so many requests a second: each gets a place in a row of evenly spread ones, now or later.</summary>
internal sealed class RateBound(double most)
{
    private readonly long apart = (long)(Stopwatch.Frequency / most);
    private readonly Lock gate = new();
    private long next;

    /// <summary>The moment from which on a request may be sent that is meant for another.</summary>
    public long Take(long moment)
    {
        lock (gate)
        {
            var place = Math.Max(next, moment);
            next = place + apart;
            return place;
        }
    }
}
