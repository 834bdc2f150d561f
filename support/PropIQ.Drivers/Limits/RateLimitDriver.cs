using System.Diagnostics;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Targets;

namespace PropIQ.Drivers.Limits;

/// <summary>
/// Meets the rate limit on purpose (contract, 7.1). The person's clock stands still meanwhile, so that "in one second" does
/// not depend on how fast this machine is. Where clocks cannot be moved, a burst counts only when it really was over within a
/// second.
/// </summary>
public sealed class RateLimitDriver(TimeDriver time)
{
    private static readonly KnownRefusal TooMany = Refusals.Because("there were too many requests");
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Retry-After has whole seconds, and where it is a date, whole seconds of the clock: rounding up may add another.
    private static readonly TimeSpan LongestWait = Window + TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const int MostTries = 5;
    private readonly List<Attempt<Profile>> burst = [];

    /// <summary>Fires requests within one second of the person's time.</summary>
    public async Task FireAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        await InASecondAsync(
            [actor],
            async () =>
            {
                for (var sent = 0; sent < count; sent++)
                {
                    burst.Add(await AskAsync(actor.Token, actor.Client, cancellationToken));
                }
            },
            cancellationToken);
        burst.ForEach(attempt => actor.Journal.Add(attempt));
    }

    /// <summary>Exports so often, which has to work, and fires other requests within the same second.</summary>
    public async Task FireAfterExportsAsync(Actor actor, int exports, int count, CancellationToken cancellationToken)
    {
        await StandStillAsync([actor], cancellationToken);
        for (var exported = 0; exported < exports; exported++)
        {
            new Attempt<ExportedFile>("export an analysis", await actor.Client.ExportAsync(actor.Token, new ExportOrder("json", 1), cancellationToken)).ShouldSucceed();
        }

        await FireAsync(actor, count, cancellationToken);
    }

    /// <summary>Fires so many requests for each of several people within one second, all from the first one's network address.</summary>
    public Task FireFromOneAddressAsync(IReadOnlyList<Actor> actors, int count, CancellationToken cancellationToken) =>
        FireSideBySideAsync(actors, [.. actors.Select(actor => (actor.Token, actors[0].Client))], count, cancellationToken);

    /// <summary>Fires so many requests from each of the person's devices within one second.</summary>
    public Task FireFromEachAsync(Actor actor, IReadOnlyList<string> devices, int count, CancellationToken cancellationToken) =>
        FireSideBySideAsync([actor], [.. devices.Select(actor.Take).Select(device => (device.AccessToken, device.Client))], count, cancellationToken);

    /// <summary>Fires requests at the very same moment.</summary>
    public async Task FireTogetherAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        await FireSideBySideAsync([actor], [(actor.Token, actor.Client)], count, cancellationToken);
        Together.ShouldHaveOverlapped(actor);
    }

    /// <summary>Fires requests at several moments, so many seconds after the first, and tells how many of each were answered.</summary>
    public async Task<IReadOnlyList<int>> FireAtAsync(Actor actor, IReadOnlyList<(TimeSpan After, int Count)> moments, CancellationToken cancellationToken)
    {
        await StandStillAsync([actor], cancellationToken);
        var (passed, answered) = (TimeSpan.Zero, new List<int>());
        foreach (var (after, count) in moments)
        {
            await time.PassAsync(actor, after - passed, cancellationToken);
            passed = after;
            await FireAsync(actor, count, cancellationToken);
            answered.Add(burst.Count(IsAnswered));
        }

        return answered;
    }

    /// <summary>Of the burst, the first so many were answered and all others refused as too many, and told when to try again.</summary>
    public void FirstShouldBeAnswered(Actor actor, int count)
    {
        var answered = burst.TakeWhile(IsAnswered).Count();
        Verdict.That(answered == count, $"the first {count} of {actor}'s {burst.Count} requests in a second should be answered, but {answered} were");
        RestShouldBeTooMany(actor, burst.Skip(count));
    }

    /// <summary>Of the burst, exactly so many were answered, whichever, and all others refused as too many.</summary>
    public void ExactlyShouldBeAnswered(Actor actor, int count)
    {
        var answered = burst.Count(IsAnswered);
        Verdict.That(answered == count, $"exactly {count} of {actor}'s {burst.Count} requests in a second should be answered, but {answered} were");
        RestShouldBeTooMany(actor, burst.Where(attempt => !IsAnswered(attempt)));
    }

    private static bool IsAnswered(Attempt<Profile> attempt) => attempt.Answer.Value?.Email is { Length: > 0 };

    private static void RestShouldBeTooMany(Actor actor, IEnumerable<IAttempt> rest)
    {
        foreach (var attempt in rest)
        {
            var problem = TooMany.ShouldBeTheOutcomeOf(actor.Name, attempt);
            Verdict.That(problem.RetryAfter <= LongestWait, $"{actor} should have to wait for two seconds at most, but for {problem.RetryAfter}");
        }
    }

    private static async Task<Attempt<Profile>> AskAsync(string? token, PropIqClient client, CancellationToken cancellationToken) =>
        new("look at the own profile", await client.GetProfileAsync(token, cancellationToken));

    private async Task FireSideBySideAsync(
        IReadOnlyList<Actor> actors, IReadOnlyList<(string? Token, PropIqClient Client)> sessions, int count, CancellationToken cancellationToken)
    {
        await InASecondAsync(
            actors,
            async () => burst.AddRange(await Task.WhenAll(sessions.SelectMany(session => Enumerable.Range(0, count).Select(
                _ => Task.Run(() => AskAsync(session.Token, session.Client, cancellationToken), cancellationToken))))),
            cancellationToken);
        actors[0].Journal.AddBatch(burst);
    }

    private async Task InASecondAsync(IReadOnlyList<Actor> actors, Func<Task> fire, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < MostTries; tried++)
        {
            await StandStillAsync(actors, cancellationToken);
            burst.Clear();
            var since = Stopwatch.GetTimestamp();
            await fire();
            if (time.CanMoveClocks || Stopwatch.GetElapsedTime(since) < Window || burst.Any(attempt => attempt.Answer.Status == 0))
            {
                return;
            }
        }

        throw new MissingCapabilityException(Capability.Clock);
    }

    private async Task StandStillAsync(IReadOnlyList<Actor> actors, CancellationToken cancellationToken)
    {
        if (!time.CanMoveClocks)
        {
            using var timer = new PeriodicTimer(Pause);
            await timer.WaitForNextTickAsync(cancellationToken);
            return;
        }

        foreach (var actor in actors.Where(actor => !time.IsFrozen(actor)))
        {
            // What was asked before must not count: the window starts empty.
            await time.PassAsync(actor, Pause, cancellationToken);
            await time.FreezeAsync(actor, cancellationToken);
        }
    }
}
