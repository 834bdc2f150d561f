using PropIQ.Client;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Running;

/// <summary>What a run came to.</summary>
internal sealed record RunResult(
    RunContext Run,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    IReadOnlyList<UserResult> Users,
    StopCause Stop,
    string? StopReason)
{
    /// <summary>True when somebody answered at least once.</summary>
    public bool Reached => Stop != StopCause.TargetGone || Users.Any(user => user.User.Calls.Any(call => call.Status != 0));
}

/// <summary>Plays a profile's users in their order.</summary>
internal static class SimulationRun
{
    /// <summary>Plays everybody. Ends early when the context's stop is pulled; what happened until then is in the result.</summary>
    public static async Task<RunResult> PlayAsync(RunContext run, IReadOnlyList<UserProfile> users)
    {
        var startedAt = run.Time.GetUtcNow();
        var started = run.Time.GetTimestamp();
        if (await UnreachableAsync(run) is { } why)
        {
            run.Stop.Now(StopCause.TargetGone, why);
            return new(run, startedAt, run.Time.GetElapsedTime(started), [.. users.Select(user => Untouched(run, user, startedAt))], run.Stop.Cause, run.Stop.Reason);
        }

        using var bound = run.Profile.Order.Duration is { } duration ? new CancellationTokenSource(duration, run.Time) : new CancellationTokenSource();
        using var overtime = bound.Token.Register(() => run.Stop.Now(StopCause.TimeOver, "the run's duration was over"));
        var results = run.Settings.Parallel ? await ParallelAsync(run, users) : await SequentialAsync(run, users);
        return new(run, startedAt, run.Time.GetElapsedTime(started), results, run.Stop.Cause, run.Stop.Reason);
    }

    private static async Task<string?> UnreachableAsync(RunContext run)
    {
        using var client = new PropIqClient(run.Target.Reach());
        try
        {
            return await TargetWatch.UnreachableAsync(client, run.Time, run.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<UserResult>> ParallelAsync(RunContext run, IReadOnlyList<UserProfile> users)
    {
        using var gate = new SemaphoreSlim(Math.Min(users.Count, run.Profile.Order.MostConcurrent ?? users.Count));
        return await Task.WhenAll(users.Select(user => Task.Run(() => PlayInTurnAsync(run, user, gate))));
    }

    private static async Task<UserResult> PlayInTurnAsync(RunContext run, UserProfile user, SemaphoreSlim gate)
    {
        var delay = run.Settings.MaxSpeed ? TimeSpan.Zero : StepOf(run.Profile.Order, user)?.StartDelay ?? TimeSpan.Zero;
        await Task.Delay(delay, run.Time, run.Stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await gate.WaitAsync();
        try
        {
            return await new UserRun(run, user).PlayAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<IReadOnlyList<UserResult>> SequentialAsync(RunContext run, IReadOnlyList<UserProfile> users)
    {
        var results = new Dictionary<UserProfile, UserResult>();
        foreach (var user in users.OrderBy(user => StepOf(run.Profile.Order, user)?.Step ?? int.MaxValue))
        {
            results[user] = await new UserRun(run, user).PlayAsync();
        }

        return [.. users.Select(user => results[user])];
    }

    private static ExecutionStep? StepOf(ExecutionOrder order, UserProfile user) => order.Steps.FirstOrDefault(step => step.Users.Contains(user.Name));

    private static UserResult Untouched(RunContext run, UserProfile user, DateTimeOffset at) => new(
        new(user, SeededRandom.For(run.Settings.Seed, user.Name), run.Profile.Config.Prices), Provisioning.EmailIn(run, user), at, TimeSpan.Zero, [], [], []);
}
