using PropIQ.Simulator.Load.Thresholds;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Load.Plans;

/// <summary>Reads a profile's <c>load</c>.</summary>
internal static class LoadReader
{
    /// <summary>The executors, in k6's spelling, in the order of <see cref="Executor"/>.</summary>
    public static readonly string[] Executors = ["constant-vus", "ramping-vus", "per-vu-iterations", "constant-arrival-rate", "ramping-arrival-rate"];

    public static readonly string[] Distributions = ["exponential", "uniform", "constant"];

    public static LoadSettings Read(Section? section, IReadOnlyList<UserProfile> users)
    {
        if (section is null)
        {
            return new();
        }

        var settings = new LoadSettings
        {
            Executor = (Executor?)Place(section.Word("executor", Executors), Executors),
            Vus = section.Whole("vus", least: 1),
            MaxVus = section.Whole("max_vus", least: 1),
            Duration = Span(section, "duration"),
            WarmUp = Span(section, "warm_up"),
            RampUp = Span(section, "ramp_up"),
            GracefulStop = Span(section, "graceful_stop"),
            Iterations = section.Whole("iterations", least: 1),
            Rate = Positive(section, "rate"),
            TimeUnit = Span(section, "time_unit"),
            Start = Level(section, "start_vus") ?? Level(section, "start_rate"),
            Stages = section.Has("stages") ? [.. section.List("stages").Select(ReadStage)] : null,
            ArrivalsAreRequests = section.Word("arrivals", "sessions", "requests") is { } arrivals ? arrivals == "requests" : null,
            Poisson = section.Word("distribution", "constant", "poisson") is { } distribution ? distribution == "poisson" : null,
            ThinkTime = Span(section, "think_time"),
            ThinkDistribution = (ThinkDistribution?)Place(section.Word("think_distribution", Distributions), Distributions),
            Hour = section.Whole("hour"),
            Journey = ReadJourney(section),
            Weights = ReadWeights(section, users),
            SourceAddresses = section.Whole("source_addresses", least: 1),
            Digits = section.Whole("significant_digits", least: 1),
            Thresholds = [.. ReadThresholds(section, users)],
        };
        section.Done();
        return settings;
    }

    private static int? Place(string? word, string[] words) => word is null ? null : Array.IndexOf(words, word);

    private static TimeSpan? Span(Section section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (Spans.Read(text) is { } span)
        {
            return span;
        }

        section.Error(key, $"\"{text}\" is no time: {Spans.Form}.");
        return null;
    }

    private static double? Positive(Section section, string key)
    {
        if (section.Number(key) is not { } number)
        {
            return null;
        }

        if (number <= 0)
        {
            section.Error(key, "more than 0 is expected.");
        }

        return (double)number;
    }

    private static double? Level(Section section, string key)
    {
        if (section.Number(key) is < 0)
        {
            section.Error(key, "cannot be negative.");
        }

        return (double?)section.Number(key);
    }

    private static Stage ReadStage(Section section)
    {
        var target = Level(section, "target");
        if (target is null && !section.Has("target"))
        {
            section.Error("target", "is missing.");
        }

        var duration = Span(section, "duration");
        if (!section.Has("duration"))
        {
            section.Error("duration", $"is missing: {Spans.Form}; 0s is a jump.");
        }

        section.Done();
        return new(target ?? 0, duration ?? TimeSpan.Zero);
    }

    private static List<LoadAction>? ReadJourney(Section section)
    {
        if (!section.Has("journey"))
        {
            return null;
        }

        var journey = new List<LoadAction>();
        foreach (var name in section.Texts("journey"))
        {
            if (LoadActions.Find(name) is { } action)
            {
                journey.Add(action);
            }
            else
            {
                section.Error("journey", $"\"{name}\" is no action under load.{Suggestion.For(name, LoadActions.Names)} There are {string.Join(", ", LoadActions.Names)}.");
            }
        }

        return journey;
    }

    private static Dictionary<string, double>? ReadWeights(Section section, IReadOnlyList<UserProfile> users)
    {
        if (section.Under("weights") is not { } weights)
        {
            return null;
        }

        var read = users.Where(user => weights.Has(user.Name)).ToDictionary(user => user.Name, user => Level(weights, user.Name) ?? 0);
        weights.Done();
        return read;
    }

    private static IEnumerable<ThresholdOrder> ReadThresholds(Section section, IReadOnlyList<UserProfile> users)
    {
        foreach (var (text, place, abort, delay) in section.Mixed("thresholds").Select(Each))
        {
            if (text != "" && Threshold.Complaint(text, [.. users.Select(user => user.Name)]) is { } complaint)
            {
                place.Error(place.Path == section.Path ? "thresholds" : "threshold", complaint);
            }

            yield return new(text, abort, delay);
        }

        (string Text, Section Place, bool Abort, TimeSpan Delay) Each((string? Text, Section? Section) item)
        {
            if (item.Section is not { } order)
            {
                return (item.Text ?? "", section, false, Threshold.DefaultDelay);
            }

            var read = (order.RequiredText("threshold"), order, order.Flag("abort_on_fail") ?? false, Span(order, "delay_abort") ?? Threshold.DefaultDelay);
            order.Done();
            return read;
        }
    }
}
