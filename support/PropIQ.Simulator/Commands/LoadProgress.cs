using System.Diagnostics;
using System.Globalization;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Running;

namespace PropIQ.Simulator.Commands;

/// <summary>A load as it goes on: one line that is written over on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class LoadProgress(Screen screen) : ILoadWatch
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private long last;
    private int allSeeded;

    public void Say(string text)
    {
        lock (gate)
        {
            screen.Out.WriteLine(PropIQ.Client.Reports.Secrets.InText(text));
        }
    }

    public void Seeded(int done, int all) => Write($"users in place: {done} of {all}", done == all && Interlocked.Exchange(ref allSeeded, 1) == 0);

    public void Look(LoadPlan plan, LoadMeter meter)
    {
        var elapsed = meter.Elapsed;
        var warming = elapsed < plan.WarmUp;
        var all = (warming ? meter.WarmUp : meter.Measured).Sum();
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{(warming ? "warm-up " : "")}{elapsed.TotalSeconds:0} s of {(plan.WarmUp + plan.Duration).TotalSeconds:0}: {meter.Users} users, {meter.InFlight} in flight, {all.Requests} requests, {all.Failed} failed, {all.RateLimited} rate-limited, p95 {all.Corrected.At(0.95) / 1_000d:0} ms"));
    }

    private void Write(string line, bool always = false)
    {
        lock (gate)
        {
            if (screen.IsTerminal)
            {
                screen.Out.Write($"\r{line,-110}{(always ? "\n" : "")}");
            }
            else if (always || last == 0 || Stopwatch.GetElapsedTime(last) >= Apart)
            {
                last = Stopwatch.GetTimestamp();
                screen.Out.WriteLine(line);
            }
        }
    }
}
