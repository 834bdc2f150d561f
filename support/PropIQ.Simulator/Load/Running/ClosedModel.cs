using System.Diagnostics;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Users;

namespace PropIQ.Simulator.Load.Running;

/// <summary>So many users, each going on when PropIQ has answered and a pause is over. A slow PropIQ is asked less: that is how people are.</summary>
internal sealed class ClosedModel(LoadStage stage, IReadOnlyList<VirtualUser> users) : ILoadModel, IDue
{
    private static readonly TimeSpan RampStep = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource allGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool[] about = new bool[users.Count];
    private readonly Dictionary<VirtualUser, int> places = users.Select((user, place) => (user, place)).ToDictionary(each => each.user, each => each.place);
    private int left = users.Count;

    public Task BeginAsync()
    {
        if (users.Count == 0)
        {
            allGone.TrySetResult();
        }

        Due(Stopwatch.GetTimestamp());
        return allGone.Task;
    }

    /// <summary>Time to look whether there should be more users.</summary>
    public void Due(long moment)
    {
        var wanted = Wanted();
        for (var place = 0; place < users.Count && users[place].Number < wanted; place++)
        {
            if (!about[place])
            {
                about[place] = true;
                Come(users[place]);
            }
        }

        if (!stage.Over && stage.Plan.Executor == Plans.Executor.RampingVus)
        {
            stage.Agenda.Add(this, Stopwatch.GetTimestamp() + LoadMeter.Ticks(RampStep));
        }
    }

    public void Expect() => stage.Meter.Sends();

    public async Task PlayAsync(VirtualUser user, long due)
    {
        while (true)
        {
            var sessionOver = await stage.StepAsync(user, due).ConfigureAwait(false);
            if (sessionOver is null || stage.Over || (sessionOver == true && user.Sessions >= stage.Plan.Iterations) || user.Number >= Wanted())
            {
                Go(user, forGood: sessionOver == true && user.Sessions >= stage.Plan.Iterations);
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

    private int Wanted() => stage.Plan.Executor == Plans.Executor.RampingVus ? (int)Math.Round(stage.Plan.Curve.At(stage.Meter.Elapsed)) : int.MaxValue;

    /// <summary>A user begins: over the ramp, else after a first pause, as if he had been there before.</summary>
    private void Come(VirtualUser user)
    {
        stage.Meter.Came();
        user.Model = this;
        var delay = stage.Plan.RampUp > TimeSpan.Zero ? stage.Plan.RampUp * ((double)user.Number / stage.Plan.Users) : user.Pause();
        stage.Schedule(user, Stopwatch.GetTimestamp() + LoadMeter.Ticks(delay));
    }

    private void Go(VirtualUser user, bool forGood)
    {
        stage.Meter.Went();
        about[places[user]] = forGood;
        if (forGood && Interlocked.Decrement(ref left) == 0)
        {
            allGone.TrySetResult();
        }
    }
}
