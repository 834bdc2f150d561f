using System.Diagnostics;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Users;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Running;

/// <summary>What both models play on: the plan, the agenda, the meter, and the way to PropIQ.</summary>
internal sealed class LoadStage(LoadPlan plan, LoadMeter meter, ClientHealth health, Agenda agenda, IReadOnlyList<LoadCalls> calls, RunStop stop, RateBound? bound, AiBudget budget)
{
    private readonly CancellationTokenSource patience = new();
    private volatile bool over;

    public LoadPlan Plan => plan;

    public LoadMeter Meter => meter;

    public Agenda Agenda => agenda;

    /// <summary>True from the end of the load on: what is under way may end, and nothing begins.</summary>
    public bool Over => over || meter.Elapsed >= Whole;

    /// <summary>True if requests may have to wait for their place.</summary>
    public bool IsBounded => bound is not null;

    private TimeSpan Whole => plan.WarmUp + plan.Duration;

    /// <summary>The load is over. At its natural end, what was due before is still played, however late: it is part of the load.</summary>
    public void End(bool natural)
    {
        over = !natural;
        agenda.End(natural ? meter.Moment(Whole) : long.MinValue);
    }

    /// <summary>What is still under way is given up.</summary>
    public void GiveUp() => patience.Cancel();

    /// <summary>Puts a user down for a moment, or for a later one if the bound on the rate says so.</summary>
    public void Schedule(VirtualUser user, long moment)
    {
        var allowed = bound?.Take(moment) ?? moment;
        if (allowed > moment)
        {
            meter.HeldBack(moment);
        }

        agenda.Add(user, allowed);
    }

    /// <summary>Has a user begin what is due at this moment.</summary>
    public void Begin(VirtualUser user, long moment)
    {
        if (IsBounded)
        {
            Schedule(user, moment);
        }
        else
        {
            user.Due(moment);
        }
    }

    /// <summary>Plays a user's next step; true when the session is at its end, null when the load is.</summary>
    public async Task<bool?> StepAsync(VirtualUser user, long due)
    {
        if (over || meter.Since(due) >= Whole)
        {
            meter.Unsent();
            return null;
        }

        var step = user.Next();
        if (!budget.TryHold(step))
        {
            stop.Now(StopCause.Budget, $"the budget of ${budget.Limit:0.00} might be passed by the next {LoadActions.NameOf(step)}");
            meter.Unsent();
            return null;
        }

        var sent = Stopwatch.GetTimestamp();
        health.SendLag.Record(sent > due ? (long)Stopwatch.GetElapsedTime(due, sent).TotalMicroseconds : 0);
        Played played;
        try
        {
            played = await calls[user.Number % calls.Count].PlayAsync(user, step, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            meter.Interrupted(due);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            played = new(Outcome.Failed, Stopwatch.GetElapsedTime(sent), null, new(Failure.OfClient, 0, failure.GetType().Name, failure.Message));
        }

        meter.Ended(user.Persona.Name, step, due, sent, played);
        var sessionOver = user.Took(step, played);
        if (sessionOver)
        {
            meter.Iterated(due);
        }

        return sessionOver;
    }
}
