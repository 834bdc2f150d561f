using PropIQ.Simulator.Commands;

namespace PropIQ.Simulator.Load.Plans;

/// <summary>Makes a plan of settings, or says what does not go together.</summary>
internal static class LoadPlanner
{
    /// <summary>More accounts than this are no longer a matter of one process.</summary>
    public const int MostUsers = 1_000_000;

    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DefaultIterationsLimit = TimeSpan.FromMinutes(10);

    /// <summary>The plan.</summary>
    /// <exception cref="BadInputException">Something is missing, or contradicts something else.</exception>
    public static LoadPlan Make(LoadSettings settings, Shard shard)
    {
        var executor = settings.Executor ?? Guess(settings);
        var curve = Curve(executor, settings);
        var warmUp = settings.WarmUp ?? TimeSpan.Zero;
        Check(executor, settings, curve, warmUp);
        return new()
        {
            Executor = executor,
            Users = Users(executor, settings, curve),
            Curve = curve.After(warmUp),
            WarmUp = warmUp,
            Duration = curve.Duration,
            RampUp = settings.RampUp ?? TimeSpan.Zero,
            GracefulStop = settings.GracefulStop ?? TimeSpan.FromSeconds(30),
            Iterations = executor == Executor.PerVuIterations ? settings.Iterations ?? 1 : null,
            ArrivalsAreRequests = settings.ArrivalsAreRequests ?? false,
            Poisson = settings.Poisson ?? false,
            ThinkTime = settings.ThinkTime,
            ThinkDistribution = settings.ThinkDistribution ?? ThinkDistribution.Exponential,
            Hour = settings.Hour,
            Journey = settings.Journey,
            Weights = settings.Weights ?? new Dictionary<string, double>(),
            SourceAddresses = settings.SourceAddresses ?? 100,
            Digits = settings.Digits ?? 3,
            Thresholds = settings.Thresholds,
            Shard = shard,
        };
    }

    private static Executor Guess(LoadSettings settings) => settings switch
    {
        { Stages: not null } => throw new BadInputException("Stages are of users (executor ramping-vus) or of arrivals a second (executor ramping-arrival-rate): say which."),
        { Rate: not null } => Executor.ConstantArrivalRate,
        { Iterations: not null } => Executor.PerVuIterations,
        _ => Executor.ConstantVus,
    };

    private static Curve Curve(Executor executor, LoadSettings settings)
    {
        var duration = settings.Duration ?? (executor == Executor.PerVuIterations ? DefaultIterationsLimit : DefaultDuration);
        var perSecond = 1 / (settings.TimeUnit ?? TimeSpan.FromSeconds(1)).TotalSeconds;
        return executor switch
        {
            Executor.ConstantArrivalRate => Plans.Curve.Level((settings.Rate ?? throw new BadInputException("constant-arrival-rate needs a rate (--rate 100: arrivals a second).")) * perSecond, duration),
            Executor.RampingArrivalRate => new((settings.Start ?? 0) * perSecond, [.. Stages(settings).Select(stage => stage with { Target = stage.Target * perSecond })]),
            Executor.RampingVus => new(settings.Start ?? 1, Stages(settings)),
            _ => Plans.Curve.Level(settings.Vus ?? 10, duration),
        };
    }

    private static IReadOnlyList<Stage> Stages(LoadSettings settings) => settings switch
    {
        { Stages: not { Count: > 0 } } => throw new BadInputException("A ramping executor needs stages, each with a duration and a target (--stage 30s:100)."),
        { Duration: not null } => throw new BadInputException("A ramping executor takes its duration from its stages: leave duration away."),
        _ => settings.Stages,
    };

    private static int Users(Executor executor, LoadSettings settings, Curve curve) => executor switch
    {
        Executor.ConstantVus or Executor.PerVuIterations => settings.Vus ?? 10,
        Executor.RampingVus => Math.Max(1, (int)Math.Ceiling(curve.Most)),
        _ => settings.MaxVus ?? settings.Vus ?? Math.Clamp((int)Math.Ceiling(curve.Most * 10), 10, 10_000),
    };

    private static void Check(Executor executor, LoadSettings settings, Curve curve, TimeSpan warmUp)
    {
        var open = executor is Executor.ConstantArrivalRate or Executor.RampingArrivalRate;
        var complaint = (settings, curve) switch
        {
            ({ Iterations: not null }, _) when executor != Executor.PerVuIterations => "iterations belong to the executor per-vu-iterations.",
            ({ Rate: not null }, _) when executor != Executor.ConstantArrivalRate => "a rate belongs to the executor constant-arrival-rate.",
            ({ RampUp: not null }, _) when open || executor == Executor.RampingVus => "ramp_up belongs to a constant number of users; others have stages.",
            ({ Hour: < 0 or > 23 }, _) => "hour lies between 0 and 23 (UTC).",
            ({ TimeUnit: { } unit }, _) when unit <= TimeSpan.Zero => "time_unit is more than 0.",
            ({ Digits: > Histograms.LatencyHistogram.MostDigits }, _) => $"significant_digits lie between 1 and {Histograms.LatencyHistogram.MostDigits}.",
            ({ SourceAddresses: > 60_000 }, _) => "source_addresses are at most 60000.",
            ({ Journey.Count: 0 }, _) => "the journey has no action.",
            (_, { Most: <= 0 }) => "the load never rises above 0.",
            (_, { Duration.Ticks: <= 0 }) => "the load has no duration.",
            (_, { Start: <= 0 }) when warmUp > TimeSpan.Zero => "warm_up plays at the level that the stages begin with, which is 0: give start_vus or start_rate.",
            _ when Users(executor, settings, curve) > MostUsers => $"at most {MostUsers} users are played by one process: use shards.",
            _ => null,
        };
        if (complaint is not null)
        {
            throw new BadInputException($"This load cannot be played: {complaint}");
        }
    }
}
