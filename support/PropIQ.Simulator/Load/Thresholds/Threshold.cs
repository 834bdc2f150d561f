using System.Globalization;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.Load.Metrics;

namespace PropIQ.Simulator.Load.Thresholds;

/// <summary>What became of a threshold. <c>Measured</c> is its left side: milliseconds, a share or a number; null when nothing was measured.</summary>
internal sealed record ThresholdResult(string Threshold, bool Kept, decimal? Measured, string Detail);

/// <summary>
/// Conditions on what was measured: <c>p95(analyze) &lt; 800ms</c>, <c>errors &lt; 1%</c>, <c>rate_limited == 0</c>. What was never
/// measured keeps no threshold: nothing is known of it.
/// </summary>
internal static class Threshold
{
    /// <summary>How long a run goes on at least before a threshold may end it.</summary>
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, decimal> Units = new() { ["ms"] = 1m, ["s"] = 1_000m, ["us"] = 0.001m, ["%"] = 0.01m };

    /// <summary>What is wrong with a threshold's form; null when it can be judged.</summary>
    public static string? Complaint(string text, IReadOnlyList<string> personas)
    {
        try
        {
            var anything = FormulaWords.Anything();
            Formula.Compare(text, Words((name, arguments) =>
            {
                ThresholdMetrics.Check(text, name, arguments, personas);
                return anything();
            }));
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>Holds a threshold against what was measured.</summary>
    public static ThresholdResult Judge(string text, Tally measured)
    {
        try
        {
            var compared = Formula.Compare(text, Words((name, arguments) => ThresholdMetrics.Value(name, arguments, measured)));
            var left = compared.Left.ToString("0.####", CultureInfo.InvariantCulture);
            return new(text, compared.Holds, compared.Left, $"{left} is {(compared.Holds ? "" : "not ")}{compared.Sign} {compared.Right.ToString("0.####", CultureInfo.InvariantCulture)}");
        }
        catch (NothingMeasuredException nothing)
        {
            return new(text, false, null, nothing.Message);
        }
        catch (FormatException wrong)
        {
            return new(text, false, null, wrong.Message);
        }
    }

    private static FormulaWords Words(Func<string, IReadOnlyList<string>, decimal?> valueOf) => new(valueOf) { Calls = true, Units = Units };
}

/// <summary>A threshold asks for a percentile of nothing.</summary>
internal sealed class NothingMeasuredException(string message) : Exception(message);
