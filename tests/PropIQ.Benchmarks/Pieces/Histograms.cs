using BenchmarkDotNet.Attributes;
using PropIQ.Simulator.Load.Histograms;

namespace PropIQ.Benchmarks.Pieces;

/// <summary>What a virtual user's latency costs to be kept, and a report's percentile to be found.</summary>
[MemoryDiagnoser]
public class Histograms
{
    private readonly LatencyHistogram million = new();
    private readonly LatencyHistogram other = new();
    private long next = 1;

    /// <summary>A million latencies between 1 µs and 10 s.</summary>
    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (var at = 0; at < 1_000_000; at++)
        {
            million.Record((long)Math.Pow(10, random.NextDouble() * 7));
        }
    }

    /// <summary>One value.</summary>
    [Benchmark]
    public void Record() => million.Record(next = (next * 7919) % 10_000_019);

    /// <summary>The 99th percentile of a million values.</summary>
    [Benchmark]
    public long Percentile() => million.At(0.99);

    /// <summary>A shard's million values to those of another.</summary>
    [Benchmark]
    public void Merge() => other.Add(million);
}
