namespace PropIQ.Simulator.Load.Plans;

/// <summary>How users are set going, in k6's words.</summary>
internal enum Executor
{
    /// <summary>So many users, each in his own time.</summary>
    ConstantVus,

    /// <summary>As many users as the stages say.</summary>
    RampingVus,

    /// <summary>So many users, so many sessions each.</summary>
    PerVuIterations,

    /// <summary>So many arrivals a second, whatever becomes of them.</summary>
    ConstantArrivalRate,

    /// <summary>As many arrivals a second as the stages say.</summary>
    RampingArrivalRate,
}

/// <summary>How pauses between steps are spread around their mean.</summary>
internal enum ThinkDistribution
{
    /// <summary>Mostly short, now and then long, as people's are.</summary>
    Exponential,

    /// <summary>From half the mean to half as much again.</summary>
    Uniform,

    /// <summary>Always the mean.</summary>
    Constant,
}

/// <summary>A condition that a run has to meet, as it was written.</summary>
internal sealed record ThresholdOrder(string Text, bool AbortOnFail, TimeSpan DelayAbort);

/// <summary>What a profile's <c>load</c> or a command line says; null is left to the other, or to the default.</summary>
internal sealed record LoadSettings
{
    public Executor? Executor { get; init; }

    public int? Vus { get; init; }

    public int? MaxVus { get; init; }

    public TimeSpan? Duration { get; init; }

    public TimeSpan? WarmUp { get; init; }

    public TimeSpan? RampUp { get; init; }

    public TimeSpan? GracefulStop { get; init; }

    public int? Iterations { get; init; }

    public double? Rate { get; init; }

    public TimeSpan? TimeUnit { get; init; }

    public double? Start { get; init; }

    public IReadOnlyList<Stage>? Stages { get; init; }

    public bool? ArrivalsAreRequests { get; init; }

    public bool? Poisson { get; init; }

    public TimeSpan? ThinkTime { get; init; }

    public ThinkDistribution? ThinkDistribution { get; init; }

    public int? Hour { get; init; }

    public IReadOnlyList<LoadAction>? Journey { get; init; }

    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    public int? SourceAddresses { get; init; }

    public int? Digits { get; init; }

    public IReadOnlyList<ThresholdOrder> Thresholds { get; init; } = [];

    /// <summary>These settings, and what they leave open from others. Thresholds of both hold.</summary>
    public LoadSettings Over(LoadSettings other) => new()
    {
        Executor = Executor ?? other.Executor,
        Vus = Vus ?? other.Vus,
        MaxVus = MaxVus ?? other.MaxVus,
        Duration = Duration ?? other.Duration,
        WarmUp = WarmUp ?? other.WarmUp,
        RampUp = RampUp ?? other.RampUp,
        GracefulStop = GracefulStop ?? other.GracefulStop,
        Iterations = Iterations ?? other.Iterations,
        Rate = Rate ?? other.Rate,
        TimeUnit = TimeUnit ?? other.TimeUnit,
        Start = Start ?? other.Start,
        Stages = Stages ?? other.Stages,
        ArrivalsAreRequests = ArrivalsAreRequests ?? other.ArrivalsAreRequests,
        Poisson = Poisson ?? other.Poisson,
        ThinkTime = ThinkTime ?? other.ThinkTime,
        ThinkDistribution = ThinkDistribution ?? other.ThinkDistribution,
        Hour = Hour ?? other.Hour,
        Journey = Journey ?? other.Journey,
        Weights = Weights ?? other.Weights,
        SourceAddresses = SourceAddresses ?? other.SourceAddresses,
        Digits = Digits ?? other.Digits,
        Thresholds = [.. other.Thresholds, .. Thresholds],
    };
}
