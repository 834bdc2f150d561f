using PropIQ.Client;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Attempts;

/// <summary>Whether the newest attempt was refused, and rightly so.</summary>
public sealed class RefusalChecks
{
    /// <summary>Refused for a reason of the contract.</summary>
    public Problem ShouldBeRefused(Actor actor, KnownRefusal refusal) => refusal.ShouldBeTheOutcomeOf(actor.Name, actor.Journal.Last);

    /// <summary>Each of the newest so many attempts of one kind was refused for a reason of the contract.</summary>
    public void EachShouldBeRefused<T>(Actor actor, int times, KnownRefusal refusal)
        where T : class
    {
        var attempts = actor.Journal.Of<T>().TakeLast(times).ToList();
        Verdict.That(attempts.Count == times, $"{actor} should have tried {times} times, but did so {attempts.Count} times");
        attempts.ForEach(attempt => refusal.ShouldBeTheOutcomeOf(actor.Name, attempt));
    }

    /// <summary>Not refused.</summary>
    public void ShouldHaveWorked(Actor actor) =>
        Verdict.That(actor.Journal.Last.Succeeded, $"{actor} should have been able to {actor.Journal.Last.What}, but {actor.Journal.Last.Outcome}");

    /// <summary>The reason that the person reads contains a passage.</summary>
    public void ShouldRead(Actor actor, string passage)
    {
        var detail = actor.Journal.Last.Problem?.Detail;
        Verdict.That(
            detail?.Contains(passage, StringComparison.OrdinalIgnoreCase) == true,
            $"{actor} should read about \"{passage}\" when refused to {actor.Journal.Last.What}, but reads \"{detail}\"");
    }
}
