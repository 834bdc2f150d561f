using System.Globalization;
using PropIQ.Simulator.Load.Histograms;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.Load.Thresholds;

/// <summary>The names that thresholds may use: percentiles and their like in milliseconds, shares from 0 to 1, numbers.</summary>
internal static class ThresholdMetrics
{
    private const string OfService = "service_";

    private static readonly Dictionary<string, Func<Cell, Tally, double>> Counts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http_reqs"] = (cell, _) => cell.Requests,
        ["rps"] = (cell, tally) => tally.Elapsed > TimeSpan.Zero ? cell.Requests / tally.Elapsed.TotalSeconds : 0,
        ["errors"] = (cell, _) => Share(cell.Failed, cell.Requests),
        ["http_req_failed"] = (cell, _) => Share(cell.Failed, cell.Requests),
        ["checks"] = (cell, _) => Share(cell.ChecksPassed, cell.ChecksPassed + cell.ChecksFailed),
        ["rate_limited"] = (cell, _) => cell.RateLimited,
        ["refused_by_plan"] = (cell, _) => cell.RefusedByPlan,
        ["timeouts"] = (cell, _) => cell.Timeouts,
        ["iterations"] = (_, tally) => tally.Iterations,
        ["dropped_iterations"] = (_, tally) => tally.Dropped,
        ["interrupted"] = (_, tally) => tally.Interrupted,
    };

    private static readonly string[] OfTheWhole = ["iterations", "dropped_iterations", "interrupted"];
    private static readonly string[] Times = ["min", "avg", "med", "max"];

    /// <summary>What can be said, for messages.</summary>
    public static string Known => $"p50 … p99.9, {string.Join(", ", Times)} (also with {OfService} before), {string.Join(", ", Counts.Keys)}";

    /// <exception cref="FormatException">The name, or what stands in its brackets, is not known.</exception>
    public static void Check(string text, string name, IReadOnlyList<string> arguments, IReadOnlyList<string> personas)
    {
        if (!Counts.ContainsKey(name) && Percentile(name) is null && !Times.Contains(Bare(name), StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException($"\"{text}\" speaks of \"{name}\", which is not measured.{Suggestion.For(name, [.. Counts.Keys, .. Times, "p95", "p99"])} There are {Known}.");
        }

        if (arguments.Count > 0 && OfTheWhole.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException($"\"{text}\": {name} is of the whole run, without brackets.");
        }

        string[] known = [.. LoadActions.Names, .. personas];
        foreach (var argument in arguments.Where(argument => !known.Contains(argument, StringComparer.OrdinalIgnoreCase)))
        {
            throw new FormatException($"\"{text}\" speaks of \"{argument}\", which is neither an action nor a persona.{Suggestion.For(argument, known)} There are {string.Join(", ", known)}.");
        }
    }

    /// <summary>What it comes to; null when the name is not known.</summary>
    /// <exception cref="NothingMeasuredException">There is no request that it could be of.</exception>
    public static decimal? Value(string name, IReadOnlyList<string> arguments, Tally measured)
    {
        var actions = arguments.Where(argument => LoadActions.Find(argument) is not null).Select(argument => LoadActions.Find(argument)!.Value).ToList();
        var personas = arguments.Where(argument => LoadActions.Find(argument) is null).ToList();
        var cell = measured.Sum((persona, action) => (actions.Count == 0 || actions.Contains(action)) && (personas.Count == 0 || personas.Contains(persona, StringComparer.OrdinalIgnoreCase)));
        if (Counts.TryGetValue(name, out var count))
        {
            return double.IsNaN(count(cell, measured)) ? throw Nothing(name) : (decimal)count(cell, measured);
        }

        var histogram = name.StartsWith(OfService, StringComparison.OrdinalIgnoreCase) ? cell.Service : cell.Corrected;
        return histogram.Count == 0 ? throw Nothing(name) : InMilliseconds(Bare(name), histogram);
    }

    private static decimal? InMilliseconds(string name, LatencyHistogram histogram) => name.ToLowerInvariant() switch
    {
        "min" => histogram.Least / 1_000m,
        "max" => histogram.Most / 1_000m,
        "avg" => (decimal)histogram.Mean / 1_000m,
        "med" => histogram.At(0.5) / 1_000m,
        _ => Percentile(name) is { } share ? histogram.At(share) / 1_000m : null,
    };

    private static double? Percentile(string name) =>
        Bare(name) is ['p' or 'P', .. var number] && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent / 100
            : null;

    private static string Bare(string name) => name.StartsWith(OfService, StringComparison.OrdinalIgnoreCase) ? name[OfService.Length..] : name;

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;

    private static NothingMeasuredException Nothing(string name) => new($"{name}: no such request was measured");
}
