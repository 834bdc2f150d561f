using System.CommandLine;
using System.Globalization;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Thresholds;

namespace PropIQ.Simulator.Load;

/// <summary>The options of a load, in k6's words.</summary>
internal sealed class LoadOptions
{
    public Option<string?> Executor { get; } = new("--executor") { Description = $"How users are set going: {string.Join(", ", LoadReader.Executors)}." };

    public Option<int?> Vus { get; } = new("--vus") { Description = "So many users." };

    public Option<int?> MaxVus { get; } = new("--max-vus") { Description = "At most so many users at once, where arrivals set them going." };

    public Option<string?> Duration { get; } = new("--duration") { Description = "What is measured: 30s, 5m." };

    public Option<string?> WarmUp { get; } = new("--warm-up") { Description = "What comes before, reported apart." };

    public Option<string?> RampUp { get; } = new("--ramp-up") { Description = "Over how long a constant number of users begins." };

    public Option<string?> GracefulStop { get; } = new("--graceful-stop") { Description = "How long what is under way at the end may take (30s)." };

    public Option<int?> Iterations { get; } = new("--iterations") { Description = "Sessions of each user (per-vu-iterations)." };

    public Option<double?> Rate { get; } = new("--rate") { Description = "Arrivals a second (constant-arrival-rate)." };

    public Option<double?> Start { get; } = new("--start") { Description = "Where stages begin: users, or arrivals a second." };

    public Option<string[]> Stages { get; } = new("--stage") { Description = "DURATION:TARGET, such as 30s:100; may be given again. 0s:500 is a jump.", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Arrivals { get; } = new("--arrivals") { Description = "What arrives: sessions or requests." };

    public Option<bool> Poisson { get; } = new("--poisson") { Description = "Arrivals by chance, instead of evenly." };

    public Option<string?> ThinkTime { get; } = new("--think-time") { Description = "The mean pause between steps; the personas' own when none is given." };

    public Option<string?> ThinkDistribution { get; } = new("--think-distribution") { Description = "How pauses are spread: exponential, uniform, constant." };

    public Option<int?> Hour { get; } = new("--hour") { Description = "The hour of the day that is played (UTC): who prefers others stays away." };

    public Option<string?> Journey { get; } = new("--journey") { Description = $"What everybody does in a session, instead of the personas' own: {string.Join(",", LoadActions.Names)}." };

    public Option<int?> SourceAddresses { get; } = new("--source-addresses") { Description = "From how many loopback addresses users come (100), where the target is on this machine." };

    public Option<string[]> Thresholds { get; } = new("--threshold") { Description = "A condition that the run must meet: \"p95(analyze) < 800ms\"; may be given again." };

    public Option<bool> AbortOnFail { get; } = new("--abort-on-fail") { Description = "A threshold of the command line that is crossed ends the run." };

    public Option<string?> Shard { get; } = new("--shard") { Description = $"Which part this process plays: 2/4; else {Plans.Shard.IndexVariable} of {Plans.Shard.CountVariable}." };

    public Option<double?> MaxRate { get; } = new("--max-rate") { Description = "Requests a second that are never passed; needed for a target outside this machine." };

    public Option<string?> MaxDuration { get; } = new("--max-duration") { Description = "A load that takes longer is refused; needed for a target outside this machine." };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All =>
    [
        Executor, Vus, MaxVus, Duration, WarmUp, RampUp, GracefulStop, Iterations, Rate, Start, Stages, Arrivals, Poisson, ThinkTime, ThinkDistribution, Hour,
        Journey, SourceAddresses, Thresholds, AbortOnFail, Shard, MaxRate, MaxDuration,
    ];

    /// <summary>What a command line says.</summary>
    /// <exception cref="BadInputException">Something cannot be read.</exception>
    public LoadSettings Read(ParseResult parsed, IReadOnlyList<string> personas) => new()
    {
        Executor = (Executor?)Word(parsed, Executor, LoadReader.Executors),
        Vus = Positive(parsed, Vus),
        MaxVus = Positive(parsed, MaxVus),
        Duration = Span(parsed, Duration),
        WarmUp = Span(parsed, WarmUp),
        RampUp = Span(parsed, RampUp),
        GracefulStop = Span(parsed, GracefulStop),
        Iterations = Positive(parsed, Iterations),
        Rate = parsed.GetValue(Rate) is <= 0 ? throw new BadInputException("--rate takes a number of more than 0.") : parsed.GetValue(Rate),
        Start = parsed.GetValue(Start) is < 0 ? throw new BadInputException("--start cannot be negative.") : parsed.GetValue(Start),
        Stages = parsed.GetValue(Stages) is { Length: > 0 } stages ? [.. stages.Select(Stage)] : null,
        ArrivalsAreRequests = Word(parsed, Arrivals, ["sessions", "requests"]) is { } arrivals ? arrivals == 1 : null,
        Poisson = parsed.GetValue(Poisson) ? true : null,
        ThinkTime = Span(parsed, ThinkTime),
        ThinkDistribution = (ThinkDistribution?)Word(parsed, ThinkDistribution, LoadReader.Distributions),
        Hour = parsed.GetValue(Hour),
        Journey = parsed.GetValue(Journey)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Action).ToList(),
        SourceAddresses = Positive(parsed, SourceAddresses),
        Thresholds = [.. (parsed.GetValue(Thresholds) ?? []).Select(text => Threshold.Complaint(text, personas) is { } complaint
            ? throw new BadInputException($"--threshold {complaint}")
            : new ThresholdOrder(text, parsed.GetValue(AbortOnFail), Threshold.DefaultDelay))],
    };

    /// <summary>A time; null when none is given.</summary>
    public static TimeSpan? Span(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is not { } text ? null : Spans.Read(text) ?? throw new BadInputException($"{option.Name}: \"{text}\" is no time: {Spans.Form}.");

    private static int? Positive(ParseResult parsed, Option<int?> option) =>
        parsed.GetValue(option) is <= 0 ? throw new BadInputException($"{option.Name} takes a whole number from 1.") : parsed.GetValue(option);

    private static int? Word(ParseResult parsed, Option<string?> option, string[] words)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return Array.FindIndex(words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place
            ? place
            : throw new BadInputException($"{option.Name}: \"{text}\" is none of {string.Join(", ", words)}.{Suggestion.For(text, words)}");
    }

    private static Stage Stage(string text) =>
        text.Split(':') is [var duration, var target] && Spans.Read(duration) is { } span
            && double.TryParse(target, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level)
                ? new(level, span)
                : throw new BadInputException($"--stage \"{text}\" is no stage: write it like 30s:100, the duration and the target.");

    private static LoadAction Action(string name) => LoadActions.Find(name)
        ?? throw new BadInputException($"--journey: \"{name}\" is no action under load.{Suggestion.For(name, LoadActions.Names)} There are {string.Join(", ", LoadActions.Names)}.");
}
