using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Limits;

/// <summary>
/// Meets the rate limit on purpose (contract, 7.1). The person's clock stands still meanwhile, so that "in one second" does
/// not depend on how fast this machine is.
/// </summary>
public sealed class RateLimitDriver(TimeDriver time)
{
    private readonly List<Attempt<Profile>> burst = [];

    /// <summary>Fires requests within one second of the person's time.</summary>
    public async Task FireAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        if (!time.IsFrozen(actor))
        {
            // What was asked before must not count: the window starts empty.
            await time.PassAsync(actor, TimeSpan.FromSeconds(2), cancellationToken);
            await time.FreezeAsync(actor, cancellationToken);
        }

        burst.Clear();
        for (var sent = 0; sent < count; sent++)
        {
            burst.Add(actor.Journal.Add(new Attempt<Profile>("look at the own profile", await actor.Client.GetProfileAsync(actor.Token, cancellationToken))));
        }
    }

    /// <summary>Of the burst, the first so many were answered and all others refused as too many, and told when to try again.</summary>
    public void FirstShouldBeAnswered(Actor actor, int count)
    {
        var answered = burst.TakeWhile(attempt => attempt.Succeeded).Count();
        Verdict.That(answered == count, $"the first {count} of {actor}'s {burst.Count} requests in a second should be answered, but {answered} were");
        var refusal = Refusals.Because("there were too many requests");
        foreach (var attempt in burst.Skip(count))
        {
            refusal.ShouldBeTheOutcomeOf(actor.Name, attempt);
        }
    }
}
