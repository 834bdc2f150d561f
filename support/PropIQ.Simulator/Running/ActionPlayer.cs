using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.Expectations;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Telemetry;

namespace PropIQ.Simulator.Running;

/// <summary>Plays one action of a user and says what became of it.</summary>
internal sealed class ActionPlayer(RunContext run, UserState user)
{
    /// <summary>Plays an action, or says why not. Never throws.</summary>
    public async Task<ActionOutcome> PlayAsync(
        PlannedAction planned, Visitor visitor, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done, CancellationToken cancellation)
    {
        var skipped = new ActionOutcome(planned.Number, planned.Type, OutcomeKind.Skipped, null, run.Time.GetUtcNow(), TimeSpan.Zero, []) { Names = Names(planned) };

        // Always drawn, so that one action's chance does not depend on another's.
        if (user.Random.NextDouble() >= planned.Probability)
        {
            return skipped with { Skip = SkipCause.Chance, Reason = "by chance" };
        }

        if (Dependencies.Missing(planned, visitor, plan, done) is { } missing)
        {
            return skipped with { Skip = SkipCause.Dependency, Reason = missing };
        }

        var projected = Projection.Of(planned.Act, run.Profile.Config.Prices);
        if (!run.Budget.TryHold(projected))
        {
            run.Stop.Now(StopCause.Budget, $"the budget of ${run.Budget.Limit:0.00} might be passed by {planned.Type} of {user.Name}");
            return skipped with { Skip = SkipCause.NotPossible, Reason = "the budget might be passed" };
        }

        var before = user.Costs.Total;
        try
        {
            return await PlayAsync(planned, visitor, plan, done, skipped, cancellation);
        }
        finally
        {
            run.Budget.Settle(projected, user.Costs.Total - before);
        }
    }

    private async Task<ActionOutcome> PlayAsync(
        PlannedAction planned, Visitor visitor, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done, ActionOutcome skipped, CancellationToken cancellation)
    {
        var context = new ActionContext(run, user, visitor, planned.Number, planned.Type, planned.Expected);
        var started = run.Time.GetTimestamp();
        using var span = Spans.Start(planned.Type, user.Name);
        var (kind, reason) = await AttemptAsync(planned, context, cancellation);
        var outcome = skipped with { Kind = kind, Reason = reason, Duration = run.Time.GetElapsedTime(started), Calls = context.Calls };
        if (kind == OutcomeKind.Skipped)
        {
            outcome = outcome with { Skip = SkipCause.NotPossible };
        }
        else if (kind == OutcomeKind.Unmet && Dependencies.SkippedUpgrade(planned, context.Judged, plan, done) is { } upgrade)
        {
            outcome = outcome with { Kind = OutcomeKind.Skipped, Skip = SkipCause.Dependency, Reason = upgrade };
        }
        else if (kind == OutcomeKind.Unmet)
        {
            outcome = outcome with { ContractNote = ContractNote.For(context.Judged) };
        }

        Spans.Finish(span, outcome, user, visitor.Session?.Id);
        await TargetWatch.LookAsync(run, visitor, outcome, cancellation);
        return outcome;
    }

    private static async Task<(OutcomeKind Kind, string? Reason)> AttemptAsync(PlannedAction planned, ActionContext context, CancellationToken cancellation)
    {
        try
        {
            await planned.Act.PlayAsync(context, cancellation);
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

        string[] complaints = [.. Judge.Complaints(planned.Expected, planned.Act, context.Judged), .. context.Complaints];
        if (complaints.Length == 0)
        {
            return (Judge.WasRefusal(context.Judged) ? OutcomeKind.ExpectedRefusal : OutcomeKind.Met, null);
        }

        var unanswered = context.Calls.Any(call => call.Status == 0);
        return (unanswered ? OutcomeKind.Error : OutcomeKind.Unmet, string.Join(" ", complaints));
    }

    private static string[] Names(PlannedAction planned) => planned.Id is { } id ? [id, planned.Type] : [planned.Type];
}
