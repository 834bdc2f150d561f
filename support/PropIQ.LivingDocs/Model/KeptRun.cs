using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Model;

/// <summary>
/// What is kept of a run for comparing: how each scenario ended, by the scenario's id. The messages themselves would be
/// a hundred times as much to read at the end of every later run.
/// </summary>
public sealed record KeptRun(DateTimeOffset? StartedAt, bool IsWhole, IReadOnlyDictionary<string, string> Outcomes)
{
    /// <summary>Takes it from a run's messages.</summary>
    public static KeptRun Of(RunLog log) => new(
        log.StartedAt,
        log.Finished is not null,
        Casting.AttemptsOf(log, Casting.FeaturesOf(log)).ToDictionary(each => each.Key, each => Outcome.Of(each.Value).Status));

    /// <summary>The run in figures.</summary>
    public PastRun Summed()
    {
        var passed = Outcomes.Values.Count(status => status == Status.Passed);
        var failed = Outcomes.Values.Count(status => status == Status.Failed);
        return new PastRun(StartedAt, IsWhole, passed, failed, Outcomes.Count - passed - failed);
    }
}
