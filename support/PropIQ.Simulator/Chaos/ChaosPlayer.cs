using PropIQ.Simulator.Actions;
using PropIQ.Simulator.EdgeCases;
using PropIQ.Simulator.Expectations;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Telemetry;

namespace PropIQ.Simulator.Chaos;

/// <summary>Plays one fault in a user's place and says what became of it, as of any action.</summary>
internal sealed class ChaosPlayer(RunContext run, UserState user)
{
    public async Task<ActionOutcome> PlayAsync(PlannedChaos planned, int number, CancellationToken cancellation)
    {
        var label = planned.Act.Label;
        var expected = new ExpectedAnswer(planned.Statuses ?? [planned.Act.ContractStatus], null, null, null);
        var startedAt = run.Time.GetUtcNow();
        var started = run.Time.GetTimestamp();
        using var stage = new ChaosStage(run, user, number, label, expected);
        using var span = Spans.Start(label, user.Name);
        var (kind, reason) = await AttemptAsync(planned, stage, expected, cancellation);
        var calls = stage.First is { } any ? stage.Whole(any).Calls : [];
        var outcome = new ActionOutcome(number, label, kind, reason, startedAt, run.Time.GetElapsedTime(started), calls)
        {
            Names = [label],
            Skip = kind == OutcomeKind.Skipped ? SkipCause.NotPossible : SkipCause.None,
        };
        Spans.Finish(span, outcome, user, null);
        if (stage.First is { } visitor)
        {
            await Evidence.ListenAsync(run, user, visitor);
            await TargetWatch.LookAsync(run, visitor, outcome, cancellation);
        }

        return outcome;
    }

    private static async Task<(OutcomeKind Kind, string? Reason)> AttemptAsync(PlannedChaos planned, ChaosStage stage, ExpectedAnswer expected, CancellationToken cancellation)
    {
        try
        {
            await planned.Act.PlayAsync(stage, cancellation);
        }
        catch (NotPossibleException impossible)
        {
            return (OutcomeKind.Skipped, $"not possible here: {impossible.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (OutcomeKind.Interrupted, "stopped while it was going on");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return (OutcomeKind.Error, $"the simulator failed: {failure.GetType().Name}: {failure.Message}");
        }

        if (stage.First is not { } any)
        {
            return (OutcomeKind.Error, "nobody stood in.");
        }

        var whole = stage.Whole(any);
        string[] complaints = [.. Judge.Complaints(expected, new UnknownAction(), whole.Judged), .. whole.Complaints];
        return complaints.Length > 0 ? (whole.Calls.Any(call => call.Status == 0) ? OutcomeKind.Error : OutcomeKind.Unmet, string.Join(" ", complaints))
            : (Judge.WasRefusal(whole.Judged) ? OutcomeKind.ExpectedRefusal : OutcomeKind.Met, null);
    }
}
