using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using PropIQ.Steps.Hooks.Timing;

namespace PropIQ.Acceptance.Tests.Timing;

/// <summary>Where the run's time went, as text.</summary>
internal static class TimingsText
{
    private const int Longest = 12;

    /// <summary>Moments, this process's own work, and the longest features and scenarios.</summary>
    public static string Render()
    {
        var text = new StringBuilder("Where the time went, in seconds since the process began:\n");
        var plays = RunTimings.Plays;
        foreach (var moment in RunTimings.Moments.Concat(Ends(plays)).OrderBy(moment => moment.At))
        {
            text.Append(Line(moment.At, moment.Took is { } took ? $"{moment.What} (took {Seconds(took)})" : moment.What));
        }

        text.Append(Processor());
        text.Append(CultureInfo.InvariantCulture, $"Scenarios: {plays.Count}, {Seconds(Sum(plays))} s in all. Longest features (seconds in scenarios, of these the longest):\n");
        foreach (var feature in plays.GroupBy(play => play.Feature).OrderByDescending(group => Sum(group)).Take(Longest))
        {
            text.Append(Line(Sum(feature), string.Create(CultureInfo.InvariantCulture,
                $"{feature.Key} ({feature.Count()} scenarios, from {Seconds(feature.Min(play => play.From))} to {Seconds(feature.Max(play => play.To))})")));
        }

        text.Append("Longest scenarios:\n");
        foreach (var play in plays.OrderByDescending(play => play.Took).Take(Longest))
        {
            text.Append(Line(play.Took, $"{play.Feature}: {play.Scenario}"));
        }

        return text.ToString();
    }

    private static IEnumerable<Moment> Ends(IReadOnlyList<Play> plays) => plays.Count == 0
        ? []
        : [new("The first scenario plays", plays.Min(play => play.From), null), new("The last scenario is over", plays.Max(play => play.To), null)];

    private static string Processor()
    {
        using var self = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            Processor, this process: user {Seconds(self.UserProcessorTime)}, system {Seconds(self.PrivilegedProcessorTime)}.
            Of that, compiling {JitInfo.GetCompiledMethodCount():N0} methods {Seconds(JitInfo.GetCompilationTime())}, pauses for collecting garbage {Seconds(GC.GetTotalPauseDuration())} ({GC.CollectionCount(0)} collections, {GC.GetTotalAllocatedBytes() / 1_048_576:N0} MiB allocated).

            """).ReplaceLineEndings("\n");
    }

    private static TimeSpan Sum(IEnumerable<Play> plays) => new(plays.Sum(play => play.Took.Ticks));

    private static string Line(TimeSpan time, string words) => $"{Seconds(time),8}  {words}\n";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
