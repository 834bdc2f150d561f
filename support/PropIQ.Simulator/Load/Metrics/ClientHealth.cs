using System.Diagnostics;
using PropIQ.Simulator.Load.Histograms;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>How this client itself fared. Times in milliseconds, shares from 0 to 1 (of all cores, where it is about the processor).</summary>
internal sealed record HealthReading
{
    public int Cores { get; init; }

    /// <summary>Of all cores, on average.</summary>
    public double CpuShare { get; init; }

    /// <summary>The most in any second.</summary>
    public double CpuSharePeak { get; init; }

    public double CpuSeconds { get; init; }

    public double MemoryMegabytesPeak { get; init; }

    public int GcCollections { get; init; }

    /// <summary>Of the time, how much everything stood still for the collector.</summary>
    public double GcPauseShare { get; init; }

    /// <summary>How late a timer of 50 ms was.</summary>
    public double SchedulingLagP99 { get; init; }

    public double SchedulingLagMax { get; init; }

    /// <summary>How late requests were sent.</summary>
    public double SendLagP99 { get; init; }

    public double SendLagMax { get; init; }

    public int ConnectionsOpened { get; init; }

    public int ConnectionsPeak { get; init; }

    /// <summary>From how many local addresses requests left.</summary>
    public int Addresses { get; init; } = 1;

    /// <summary>True when the target ran in this very process, so that these figures are of both.</summary>
    public bool TargetInProcess { get; init; }
}

/// <summary>Watches this process while a load goes on: a ticker that should come every 50 ms, the processor, the collector.</summary>
internal sealed class ClientHealth(Func<(int Open, int Opened)> connections) : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource over = new();
    private readonly LatencyHistogram schedulingLag = new();
    private readonly Process process = Process.GetCurrentProcess();
    private readonly int collectionsBefore = GC.CollectionCount(0);
    private readonly TimeSpan pausedBefore = GC.GetTotalPauseDuration();
    private readonly TimeSpan cpuBefore = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly long began = Stopwatch.GetTimestamp();
    private Task ticking = Task.CompletedTask;
    private double peakShare;
    private long peakMemory;
    private int peakConnections;

    /// <summary>How late requests were sent, in microseconds.</summary>
    public LatencyHistogram SendLag { get; } = new();

    public void Begin() => ticking = Task.Run(TickAsync);

    public HealthReading Read()
    {
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var cpu = (Cpu() - cpuBefore).TotalSeconds;
        return new()
        {
            Cores = Environment.ProcessorCount,
            CpuSeconds = cpu,
            CpuShare = cpu / seconds / Environment.ProcessorCount,
            CpuSharePeak = Math.Max(peakShare, cpu / seconds / Environment.ProcessorCount),
            MemoryMegabytesPeak = Math.Max(peakMemory, Memory()) / 1_048_576d,
            GcCollections = GC.CollectionCount(0) - collectionsBefore,
            GcPauseShare = (GC.GetTotalPauseDuration() - pausedBefore).TotalSeconds / seconds,
            SchedulingLagP99 = schedulingLag.At(0.99) / 1_000d,
            SchedulingLagMax = schedulingLag.Most / 1_000d,
            SendLagP99 = SendLag.At(0.99) / 1_000d,
            SendLagMax = SendLag.Most / 1_000d,
            ConnectionsOpened = connections().Opened,
            ConnectionsPeak = Math.Max(peakConnections, connections().Open),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await ticking;
        over.Dispose();
        process.Dispose();
    }

    private async Task TickAsync()
    {
        var (lookedAt, cpu) = (Stopwatch.GetTimestamp(), Cpu());
        while (!over.IsCancellationRequested)
        {
            var before = Stopwatch.GetTimestamp();
            await Task.Delay(Beat, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var late = Stopwatch.GetElapsedTime(before) - Beat;
            if (!over.IsCancellationRequested)
            {
                schedulingLag.Record(Math.Max(0, late.Ticks / TimeSpan.TicksPerMicrosecond));
            }

            if (Stopwatch.GetElapsedTime(lookedAt) is var passed && passed >= TimeSpan.FromSeconds(1))
            {
                var now = Cpu();
                peakShare = Math.Max(peakShare, (now - cpu) / passed / Environment.ProcessorCount);
                peakMemory = Math.Max(peakMemory, Memory());
                peakConnections = Math.Max(peakConnections, connections().Open);
                (lookedAt, cpu) = (Stopwatch.GetTimestamp(), now);
            }
        }
    }

    private TimeSpan Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private long Memory()
    {
        process.Refresh();
        return process.WorkingSet64;
    }
}
