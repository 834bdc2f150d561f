using System.Collections.Concurrent;
using System.Diagnostics;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Users;

namespace PropIQ.Simulator.Load.Running;

/// <summary>Work arrives at its own pace, whatever became of the work before. Whoever has been free for longest takes it; with nobody free, the arrival is dropped and counted.</summary>
internal sealed class OpenModel(LoadStage stage, Arrivals arrivals, IReadOnlyList<VirtualUser> users) : ILoadModel, IDue
{
    private readonly ConcurrentQueue<VirtualUser> free = new(users);
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task BeginAsync()
    {
        ExpectNext();
        return done.Task;
    }

    /// <summary>Something arrives.</summary>
    public void Due(long moment)
    {
        if (free.TryDequeue(out var user))
        {
            stage.Meter.Came();
            user.Model = this;
            stage.Begin(user, moment);
        }
        else
        {
            stage.Meter.Dropped(moment);
        }

        ExpectNext();
    }

    public void Expect() => stage.Meter.Sends();

    public async Task PlayAsync(VirtualUser user, long due)
    {
        while (true)
        {
            var sessionOver = await stage.StepAsync(user, due).ConfigureAwait(false);
            if (sessionOver != false || stage.Plan.ArrivalsAreRequests || stage.Over)
            {
                stage.Meter.Went();
                free.Enqueue(user);
                return;
            }

            due = Stopwatch.GetTimestamp();
            var pause = user.Pause();
            if (pause > TimeSpan.Zero || stage.IsBounded)
            {
                stage.Schedule(user, due + LoadMeter.Ticks(pause));
                return;
            }

            Expect();
        }
    }

    private void ExpectNext()
    {
        if (arrivals.Next() is { } next)
        {
            stage.Agenda.Add(this, stage.Meter.Moment(next));
        }
    }
}
