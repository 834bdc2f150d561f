using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Safety;

namespace PropIQ.Simulator.Load;

/// <summary>
/// What has to be seen to before a load: what every simulation asks for; and, for a target outside this machine, a bound on
/// rate and time, said and not assumed.
/// </summary>
internal sealed class LoadSafety(Given given, LoadPlan plan, double? maxRate, TimeSpan? maxDuration)
{
    /// <summary>Requests a second that are never passed; null is no bound.</summary>
    public double? MaxRate { get; } = maxRate is null or > 0 ? maxRate : throw new BadInputException("--max-rate takes a number of more than 0.");

    private TimeSpan Whole => plan.WarmUp + plan.Duration;

    /// <summary>Goes through the checks.</summary>
    /// <exception cref="BadInputException">The load is refused.</exception>
    public async Task<IReadOnlyList<PreflightEntry>> CheckAsync(Uri? url, CancellationToken cancellation)
    {
        if (maxDuration is { } longest && Whole > longest)
        {
            throw new BadInputException($"This load takes {Spans.Write(Whole)}, and --max-duration is {Spans.Write(longest)}.");
        }

        if (MaxRate is { } most && plan.IsOpen && plan.Curve.Most / plan.Shard.Of > most)
        {
            throw new BadInputException($"This load has up to {plan.Curve.Most / plan.Shard.Of:0.###} arrivals a second, and --max-rate is {most:0.###}.");
        }

        var entries = Preflight.Always(given.Profile, given.Domains, null);
        if (url is { IsLoopback: false })
        {
            entries = await OutsideAsync(url, cancellation);
        }

        return Preflight.Good(entries) ? entries
            : throw new BadInputException("This load is refused:" + string.Concat(entries.Where(entry => entry.Outcome == Preflight.Failed).Select(entry => $"{Environment.NewLine}  {entry.Check}: {entry.Detail}")));
    }

    private async Task<IReadOnlyList<PreflightEntry>> OutsideAsync(Uri url, CancellationToken cancellation)
    {
        var place = url.GetLeftPart(UriPartial.Authority);
        if (!given.OwnsTarget)
        {
            throw new BadInputException($"{place} is outside this machine. If it is yours, say so (--i-own-this-target) and see to \"propiq-sim preflight\".");
        }

        if (MaxRate is not { } rate || maxDuration is null)
        {
            throw new BadInputException($"{place} is outside this machine: say how hard (--max-rate REQUESTS A SECOND) and how long (--max-duration TIME) it may be loaded at most.");
        }

        // As if every request that the bounds allow had an AI work.
        var projected = Projection.OfAi((int)Math.Min(int.MaxValue / 2, Math.Ceiling(rate * Whole.TotalSeconds)), given.Profile.Config.Prices);
        return await Preflight.AllAsync(given.Order(given.Remote(url)) with { Projected = projected }, cancellation);
    }
}
