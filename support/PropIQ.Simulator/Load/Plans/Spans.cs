using System.Globalization;
using System.Text.RegularExpressions;

namespace PropIQ.Simulator.Load.Plans;

/// <summary>Times as load plans write them: <c>30s</c>, <c>1m30s</c>, <c>500ms</c>, <c>2 minutes</c>. The unit is needed, 0 apart.</summary>
internal static partial class Spans
{
    private const double MostSeconds = 7 * 24 * 3_600;

    /// <summary>How to write one, for messages.</summary>
    public const string Form = "write it like 30s, 1m30s or 500ms";

    /// <summary>The time that a text says; null when it says none.</summary>
    public static TimeSpan? Read(string text)
    {
        var match = Pattern().Match(text);
        if (text.Trim() == "0" || !match.Success)
        {
            return text.Trim() == "0" ? TimeSpan.Zero : null;
        }

        var seconds = 0d;
        foreach (var (number, unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
        {
            seconds += double.Parse(number.ValueSpan, CultureInfo.InvariantCulture) * InSeconds(unit.Value);
        }

        return seconds <= MostSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>A time as it is written.</summary>
    public static string Write(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } when time > TimeSpan.Zero => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.###}ms"),
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMinutes):0}m{time.Seconds:00}s"),
    };

    private static double InSeconds(string unit) => unit.ToLowerInvariant() switch
    {
        "ms" => 0.001,
        ['h', ..] => 3_600,
        ['m', ..] => 60,
        _ => 1,
    };

    [GeneratedRegex(@"^\s*(?:(?<number>\d+(?:\.\d+)?)[\s_]*(?<unit>ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h)\s*)+$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
