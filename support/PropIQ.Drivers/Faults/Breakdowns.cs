using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Faults;

/// <summary>Breakdowns of what PropIQ depends on, from taking stock before to mending after.</summary>
public sealed class Breakdowns(FaultDriver faults, AnalysisDriver analyses, Snapshots snapshots)
{
    private readonly Stack<Func<CancellationToken, Task>> mends = new();

    /// <summary>The AI is in trouble with so many of this person's next questions, or with each until it is mended.</summary>
    public async Task TroubleAiAsync(Actor actor, AiTrouble trouble, int? times, CancellationToken cancellationToken)
    {
        await snapshots.TakeAsync(actor, cancellationToken);
        await analyses.ModelSaysAsync(actor, new AiScript(trouble.Score, AiTrouble.Summary), cancellationToken);
        if (trouble.Fault is { } fault)
        {
            await faults.FailAiAsync(actor, fault, times, cancellationToken);
        }

        mends.Push(async ending =>
        {
            await analyses.ModelSaysAsync(actor, new AiScript(), ending);
            await faults.HealAiAsync(actor, ending);
        });
    }

    /// <summary>The database stops answering for this person.</summary>
    public async Task StallDatabaseAsync(Actor actor, CancellationToken cancellationToken)
    {
        await snapshots.TakeAsync(actor, cancellationToken);
        await faults.StallDatabaseAsync(actor, cancellationToken);
        mends.Push(ending => faults.ReleaseDatabaseAsync(actor, ending));
    }

    /// <summary>The way to a collaborator of the scenario's own PropIQ breaks.</summary>
    public async Task BreakAsync(Actor actor, Surrounding surrounding, Condition condition, CancellationToken cancellationToken)
    {
        await snapshots.TakeAsync(actor, cancellationToken);
        await faults.SetAsync(surrounding, condition, cancellationToken);
        mends.Push(ending => faults.SetAsync(surrounding, Condition.Well, ending));
    }

    /// <summary>The scenario's own PropIQ crashes.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        await faults.CrashAsync(cancellationToken);
        mends.Push(faults.ComeBackAsync);
    }

    /// <summary>Everything that was broken is well again.</summary>
    public async Task MendAsync(CancellationToken cancellationToken)
    {
        while (mends.TryPop(out var mend))
        {
            await mend(cancellationToken);
        }
    }

    /// <summary>Nothing that the AI or its gateway said when in trouble is in what the person was answered last.</summary>
    public void NothingOfTheAiShouldShow(Actor actor)
    {
        var body = Verdict.Given(actor.Journal.Last.Exchange.ResponseBody, "a reason");
        var passage = AiTrouble.Passages.FirstOrDefault(each => body.Contains(each, StringComparison.OrdinalIgnoreCase));
        Verdict.That(passage is null, $"{actor} should read nothing of what the AI said, but reads \"{passage}\" in: {body}");
    }
}
