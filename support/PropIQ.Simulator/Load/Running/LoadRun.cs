using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Thresholds;
using PropIQ.Simulator.Load.Users;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Running;

/// <summary>Plays a load: users put in place, warm-up, what is measured, and the end of what is under way.</summary>
internal static class LoadRun
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DrainGlance = TimeSpan.FromMilliseconds(20);

    /// <summary>Plays it. Ends early when the order's stop is pulled; what happened until then is in the result.</summary>
    public static async Task<LoadResult> PlayAsync(LoadOrder order)
    {
        var startedAt = DateTimeOffset.UtcNow;
        var meter = new LoadMeter(order.Plan.Digits, order.Plan.WarmUp);
        using var pools = new Pools(order.Target, order.Plan);
        var users = Population.Of(order);
        await SeeWhetherAnybodyIsThereAsync(order, pools);
        var seeding = order.Stop.Cause == StopCause.None ? await new Seeder(order, pools).SeedAsync(users) : Seeding.NotNeeded;
        if (seeding.Failed > 0 && order.Stop.Cause == StopCause.None)
        {
            order.Watch.Say($"{seeding.Failed} of {users.Count} users could not be put in place; the first: {seeding.FirstProblem}");
            if (seeding.Accounts == 0)
            {
                order.Stop.Now(StopCause.Unsafe, $"no user could be put in place: {seeding.FirstProblem}");
            }
        }

        await using var health = new ClientHealth(pools.Connections);
        if (order.Stop.Cause == StopCause.None)
        {
            startedAt = DateTimeOffset.UtcNow;
            await PlayAsync(order, meter, health, pools, users);
        }

        return new(order, startedAt, meter, health.Read() with { TargetInProcess = order.Target.Kind == "bundled", Addresses = pools.Addresses }, seeding, order.Stop.Cause, order.Stop.Reason);
    }

    private static async Task SeeWhetherAnybodyIsThereAsync(LoadOrder order, Pools pools)
    {
        try
        {
            if (await TargetWatch.UnreachableAsync(pools.Clients[0], TimeProvider.System, order.Stop.Token) is { } why)
            {
                order.Stop.Now(StopCause.TargetGone, why);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped meanwhile: whoever stopped it said why.
        }
    }

    private static async Task PlayAsync(LoadOrder order, LoadMeter meter, ClientHealth health, Pools pools, IReadOnlyList<VirtualUser> users)
    {
        var plan = order.Plan;
        using var agenda = new Agenda();
        var bound = order.MostRequestsPerSecond is { } most ? new RateBound(most) : null;
        var stage = new LoadStage(plan, meter, health, agenda, pools.Calls, order.Stop, bound, new(order.Budget, order.Profile.Config.Prices));
        ILoadModel model = plan.IsOpen ? new OpenModel(stage, new(plan.Curve, plan.Poisson, order.Seed, plan.Shard), users) : new ClosedModel(stage, users);
        health.Begin();
        meter.Begin();
        var done = model.BeginAsync();
        using var looking = new PeriodicTimer(Glance);
        while (!done.IsCompleted && meter.Elapsed < plan.WarmUp + plan.Duration && order.Stop.Cause == StopCause.None)
        {
            await Task.WhenAny(done, ((Task)looking.WaitForNextTickAsync(order.Stop.Token).AsTask()).ContinueWith(_ => { }, TaskScheduler.Default));
            Look(order, meter);
        }

        stage.End(natural: order.Stop.Cause == StopCause.None);
        await DrainAsync(order, meter, stage);
    }

    private static void Look(LoadOrder order, LoadMeter meter)
    {
        if (meter.Elapsed > order.Plan.WarmUp + order.Plan.Duration)
        {
            meter.Look(order.Plan.WarmUp + order.Plan.Duration);
            return;
        }

        meter.Look(meter.Elapsed);
        order.Watch.Look(order.Plan, meter);
        foreach (var threshold in order.Plan.Thresholds.Where(threshold => threshold.AbortOnFail && meter.Measured.Elapsed >= threshold.DelayAbort))
        {
            if (Threshold.Judge(threshold.Text, meter.Measured) is { Kept: false, Measured: not null } crossed)
            {
                order.Stop.Now(StopCause.Threshold, $"the threshold \"{threshold.Text}\" was crossed: {crossed.Detail}");
            }
        }
    }

    private static async Task DrainAsync(LoadOrder order, LoadMeter meter, LoadStage stage)
    {
        using var glance = new PeriodicTimer(DrainGlance);
        var ended = TimeProvider.System.GetTimestamp();
        while (meter.InFlight > 0 || !stage.Agenda.HasEnded)
        {
            await glance.WaitForNextTickAsync();
            var waited = TimeProvider.System.GetElapsedTime(ended);
            if (waited > order.Plan.GracefulStop || order.Stop.Cause is StopCause.Stopped or StopCause.Unsafe)
            {
                stage.GiveUp();
            }

            // What does not heed its cancellation is not waited for.
            if (waited > order.Plan.GracefulStop + TimeSpan.FromSeconds(5))
            {
                return;
            }
        }
    }
}
