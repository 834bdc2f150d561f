using System.Diagnostics;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Drivers.Time;

/// <summary>Moves the clocks of people; PropIQ's own, and Stripe's for them, go along.</summary>
public sealed class TimeDriver(PropIqUnderTest propIq, TestBench bench)
{
    // A scenario's length, and what two machines' clocks may differ.
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(5);
    private readonly Dictionary<Actor, Reading> readings = [];

    /// <summary>True when clocks can be moved here.</summary>
    public bool CanMoveClocks => bench.Offers(Capability.Clock);

    /// <summary>Puts a new person into the middle of a month, with time running, and says what time that is; without the testing interface time is the machine's.</summary>
    public Task<DateTimeOffset> EnterAsync(Actor actor, CancellationToken cancellationToken) => CanMoveClocks
        ? ChangeAsync(actor, new ClockChange(Set: Moments.MiddleOfAMonth, Freeze: false), cancellationToken)
        : Task.FromResult(DateTimeOffset.UtcNow);

    /// <summary>Stops the person's time at a moment.</summary>
    public Task FreezeAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken) =>
        ChangeAsync(actor, new ClockChange(Set: moment, Freeze: true), cancellationToken);

    /// <summary>Stops the person's time where it is.</summary>
    public Task FreezeAsync(Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(actor, new ClockChange(Freeze: true), cancellationToken);

    /// <summary>Lets time pass for the person.</summary>
    public Task PassAsync(Actor actor, TimeSpan time, CancellationToken cancellationToken) =>
        ChangeAsync(actor, new ClockChange(AdvanceSeconds: time.TotalSeconds), cancellationToken);

    /// <summary>Lets a short time pass for the person, and waits for it where clocks cannot be moved.</summary>
    public async Task LetPassAsync(Actor actor, TimeSpan time, CancellationToken cancellationToken)
    {
        if (CanMoveClocks)
        {
            await PassAsync(actor, time, cancellationToken);
            return;
        }

        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancellationToken);
    }

    /// <summary>Moves the person's time to a moment ahead, frozen or running as it is.</summary>
    public Task MoveToAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken) =>
        ChangeAsync(actor, new ClockChange(Set: moment), cancellationToken);

    /// <summary>What the person's clock says.</summary>
    public async Task<DateTimeOffset> NowAsync(Actor actor, CancellationToken cancellationToken) =>
        !CanMoveClocks ? DateTimeOffset.UtcNow
        : FrozenAt(actor) is { } moment ? moment
        : await ChangeAsync(actor, new ClockChange(AdvanceSeconds: 0), cancellationToken);

    /// <summary>Whether something that was just made was made at a moment: by the person's clock or by the machine's, which of them is PropIQ's own choice (contract, 10.2).</summary>
    public async Task<bool> IsJustNowAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken) =>
        IsTheMachines(moment) || (await AboutNowAsync(actor, cancellationToken) - moment).Duration() < JustNow;

    /// <summary>Whether a moment is now, by the machine's time.</summary>
    public static bool IsTheMachines(DateTimeOffset moment) => (DateTimeOffset.UtcNow - moment).Duration() < JustNow;

    /// <summary>Where the person's time stands still; null while it runs.</summary>
    public DateTimeOffset? FrozenAt(Actor actor) => readings.TryGetValue(actor, out var last) && last.IsFrozen ? last.Now : null;

    /// <summary>True while the person's time stands still.</summary>
    public bool IsFrozen(Actor actor) => FrozenAt(actor) is not null;

    // A clock that was read runs on as every clock does: near enough for minutes, and asked no more.
    private async Task<DateTimeOffset> AboutNowAsync(Actor actor, CancellationToken cancellationToken) =>
        readings.TryGetValue(actor, out var last) ? last.Now + (last.IsFrozen ? TimeSpan.Zero : Stopwatch.GetElapsedTime(last.At)) : await NowAsync(actor, cancellationToken);

    private async Task<DateTimeOffset> ChangeAsync(Actor actor, ClockChange change, CancellationToken cancellationToken)
    {
        var answer = await bench.For(Capability.Clock).SetClockAsync(actor.Email, change, cancellationToken);
        var reading = new Attempt<ClockReading>($"move {actor}'s clock", answer).ShouldSucceed();
        var now = Verdict.Given(reading.Now, "the time on the user's clock");
        readings[actor] = new Reading(now, reading.Frozen == true, Stopwatch.GetTimestamp());
        if (propIq.Stripe is { } stripe)
        {
            await stripe.SetClockAsync(actor.Email, now, reading.Frozen == true, cancellationToken);
        }

        return now;
    }

    // At is the machine's tick at which the clock said so.
    private readonly record struct Reading(DateTimeOffset Now, bool IsFrozen, long At);
}
