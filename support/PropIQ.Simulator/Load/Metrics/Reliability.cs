using System.Globalization;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>Whether what was measured is the target's doing. An overloaded client measures itself.</summary>
internal static class Reliability
{
    private const double MostCpu = 0.85;
    private const double MostPaused = 0.1;
    private const double MostLag = 100;

    /// <summary>Why the figures cannot be trusted, in sentences; empty when they can.</summary>
    public static IReadOnlyList<string> Doubts(HealthReading client, Tally measured)
    {
        var doubts = new List<string>();
        if (client.CpuShare >= MostCpu && !client.TargetInProcess)
        {
            doubts.Add(Sentence($"this client was the bottleneck: it used {client.CpuShare:P0} of all {client.Cores} cores on average"));
        }
        else if (client.CpuShare >= MostCpu)
        {
            doubts.Add(Sentence($"client and target share this process, and it used {client.CpuShare:P0} of all {client.Cores} cores: nobody can tell whose limit was measured"));
        }

        if (client.GcPauseShare >= MostPaused)
        {
            doubts.Add(Sentence($"this client stood still {client.GcPauseShare:P0} of the time to collect garbage, {Why(client)}"));
        }

        if (client.SendLagP99 >= MostLag)
        {
            doubts.Add(Sentence($"this client was late: 1 request in 100 was sent {client.SendLagP99:0} ms or more after it was due, {Why(client)}"));
        }
        else if (client.SchedulingLagP99 >= MostLag)
        {
            doubts.Add(Sentence($"this client was held up: 1 tick in 100 came {client.SchedulingLagP99:0} ms or more late, {Why(client)}"));
        }

        if (measured.Dropped > 0)
        {
            doubts.Add(Sentence($"{measured.Dropped} arrivals were dropped, since all users were busy: the load was less than planned, and what they would have waited is in no latency (more users: max_vus)"));
        }

        return doubts;
    }

    private static string Why(HealthReading client) => client.CpuShare >= MostCpu / 2
        ? "and it was busy itself: this client was the bottleneck"
        : "with little work of its own: something else kept this machine busy";

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
