using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Plans;

/// <summary>
/// When something arrives, whatever became of what arrived before: evenly along a curve, or by chance (Poisson) with the curve as
/// its mean. A shard takes every n-th of the same arrivals, so all shards together are one run.
/// </summary>
internal sealed class Arrivals(Curve curve, bool poisson, int seed, Shard shard)
{
    private readonly Random random = SeededRandom.For(seed, "arrivals");
    private double reached;
    private long number;

    /// <summary>The next arrival since the beginning; null when there is none any more.</summary>
    public TimeSpan? Next()
    {
        while (true)
        {
            var amount = poisson ? reached += -Math.Log(1 - random.NextDouble()) : number;
            var mine = shard.Has(number++);
            var when = curve.WhenReached(amount);
            if (mine || when is null)
            {
                return when;
            }
        }
    }
}
