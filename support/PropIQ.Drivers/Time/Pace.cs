using System.Diagnostics;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Time;

/// <summary>
/// Keeps one person's requests under the rate limit (contract, 7.1) where the limit is not the subject: before the limit
/// would be met, the person's clock moves on by more than a second, or, where clocks cannot be moved, time really passes.
/// </summary>
public sealed class Pace(TimeDriver time)
{
    private const int Allowed = 16;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.1);
    private readonly Dictionary<Actor, (long Since, DateTimeOffset? Moment, int Count)> sent = [];
    private readonly HashSet<Actor> atTheirOwn = [];

    /// <summary>
    /// What is asked in this person's name keeps a pace of its own, below the limit: from now on nothing is counted and their clock
    /// is not moved, which would end what is timed, or could not be done just now.
    /// </summary>
    public void LeaveClockAlone(Actor actor) => atTheirOwn.Add(actor);

    /// <summary>To be awaited before <paramref name="requests"/> of this person go out.</summary>
    public async Task KeepAsync(Actor actor, int requests, CancellationToken cancellationToken)
    {
        if (atTheirOwn.Contains(actor))
        {
            return;
        }

        // Where time stands still and was moved on since, what was sent before is long past.
        var moment = time.FrozenAt(actor);
        var count = sent.TryGetValue(actor, out var before) && !(moment - before.Moment >= Window) ? before.Count : 0;
        if (count > 0 && count + requests > Allowed)
        {
            await LetASecondPassAsync(actor, before.Since, cancellationToken);
            count = 0;
        }

        // What was sent counts until a second has passed for certain: how long ago PropIQ received it is not known here.
        sent[actor] = (Stopwatch.GetTimestamp(), moment, count + requests);
    }

    private async Task LetASecondPassAsync(Actor actor, long since, CancellationToken cancellationToken)
    {
        if (time.IsFrozen(actor))
        {
            throw new InvalidOperationException(
                $"{actor} makes more than {Allowed} requests while time stands still: let time pass in between, or freeze it later.");
        }

        if (time.CanMoveClocks)
        {
            await time.PassAsync(actor, Window, cancellationToken);
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Stopwatch.GetElapsedTime(since) < Window)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
