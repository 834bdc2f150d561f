using PropIQ.LivingDocs.Messages;
using PropIQ.LivingDocs.Output;

namespace PropIQ.LivingDocs.Model;

/// <summary>What earlier runs say of each scenario.</summary>
public sealed class Past
{
    /// <summary>The labels that a scenario can have, as the page explains them.</summary>
    public static readonly IReadOnlyList<Definition> Definitions =
    [
        new("regressed", "Fails now, and passed the last time it ran."),
        new("broken", "Fails now, and did not pass the last time it ran either, or has never passed."),
        new("fixed", "Passes now, and failed the last time it ran."),
        new("flaky", "Went from passing to failing or back at least twice in the runs that are kept, this one included."),
        new("new", "Is in none of the earlier runs that are kept."),
    ];

    private readonly List<KeptRun> runs = [];

    /// <summary>The earlier runs, oldest first.</summary>
    public IReadOnlyList<PastRun> Runs => [.. runs.Select(run => run.Summed())];

    /// <summary>Takes in what a folder keeps of runs that began before the given time.</summary>
    public static Past Read(string? folder, DateTimeOffset? before)
    {
        var past = new Past();
        past.runs.AddRange(History.Read(folder).Where(run => before is null || run.StartedAt < before).OrderBy(run => run.StartedAt));
        return past;
    }

    /// <summary>Takes in a run that is later than those before.</summary>
    public void Add(RunLog log) => runs.Add(KeptRun.Of(log));

    /// <summary>A letter for each earlier run, oldest first: p passed, f failed, a dot for anything else.</summary>
    public string Of(string scenario) => string.Concat(runs.Select(run => run.Outcomes.GetValueOrDefault(scenario) switch
    {
        Status.Passed => 'p',
        Status.Failed => 'f',
        _ => '.',
    }));

    /// <summary>The labels of a scenario that now is in the given state.</summary>
    public IReadOnlyList<string> Labels(string scenario, string now)
    {
        if (runs.Count == 0)
        {
            return [];
        }

        var verdicts = Of(scenario).Replace(".", "", StringComparison.Ordinal);
        var last = verdicts.Length > 0 ? verdicts[^1] : '.';
        List<string> labels = [];
        var change = (now, last) switch
        {
            (Status.Failed, 'p') => "regressed",
            (Status.Failed, _) => "broken",
            (Status.Passed, 'f') => "fixed",
            _ => null,
        };
        if (change is not null)
        {
            labels.Add(change);
        }

        if (Turns(verdicts + (now == Status.Passed ? "p" : now == Status.Failed ? "f" : "")) >= 2)
        {
            labels.Add("flaky");
        }

        if (runs.All(run => !run.Outcomes.ContainsKey(scenario)))
        {
            labels.Add("new");
        }

        return labels;
    }

    private static int Turns(string verdicts) => verdicts.Zip(verdicts.Skip(1)).Count(pair => pair.First != pair.Second);
}
