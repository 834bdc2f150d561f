using System.Globalization;

namespace PropIQ.Simulator.Load.Plans;

/// <summary>A load as it is played. All times are the machine's.</summary>
internal sealed record LoadPlan
{
    public required Executor Executor { get; init; }

    /// <summary>How many accounts there are: all of them users at once in a closed model, at most so many at once in an open one.</summary>
    public required int Users { get; init; }

    /// <summary>Users at once, or arrivals a second, over time; warm-up first.</summary>
    public required Curve Curve { get; init; }

    /// <summary>What comes before anything is measured.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>What is measured.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Over how long users of a constant number begin.</summary>
    public TimeSpan RampUp { get; init; }

    /// <summary>How long what is under way at the end may take.</summary>
    public TimeSpan GracefulStop { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sessions of each user; null is as many as there is time for.</summary>
    public int? Iterations { get; init; }

    /// <summary>True when each arrival is one request, false when it is a whole session.</summary>
    public bool ArrivalsAreRequests { get; init; }

    public bool Poisson { get; init; }

    /// <summary>The mean pause before a step; null is the persona's own.</summary>
    public TimeSpan? ThinkTime { get; init; }

    public ThinkDistribution ThinkDistribution { get; init; }

    /// <summary>The hour of the day that is played (UTC); null is an average one.</summary>
    public int? Hour { get; init; }

    /// <summary>What everybody does in a session; null is what the persona's traits say.</summary>
    public IReadOnlyList<LoadAction>? Journey { get; init; }

    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>How many local addresses users come from, where the target is on this machine.</summary>
    public int SourceAddresses { get; init; }

    public int Digits { get; init; } = 3;

    public IReadOnlyList<ThresholdOrder> Thresholds { get; init; } = [];

    public required Shard Shard { get; init; }

    /// <summary>True when work arrives whatever became of the work before.</summary>
    public bool IsOpen => Executor is Executor.ConstantArrivalRate or Executor.RampingArrivalRate;

    /// <summary>The plan in a line.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{LoadReader.Executors[(int)Executor]}: {(IsOpen
        ? $"up to {Curve.Most:0.###} {(ArrivalsAreRequests ? "requests" : "sessions")} a second ({(Poisson ? "Poisson" : "even")}), at most {Users} users at once"
        : $"up to {Users} users{(Iterations is { } each ? $", {each} sessions each" : "")}, pausing {(ThinkTime is { } pause ? $"{Spans.Write(pause)} on average" : "as their personas do")}")}, for {Spans.Write(Duration)}{(WarmUp > TimeSpan.Zero ? $" after {Spans.Write(WarmUp)} of warm-up" : "")}{(Shard.Of > 1 ? $", shard {Shard}" : "")}");
}
