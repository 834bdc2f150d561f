using PropIQ.Drivers.Access;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Access;

/// <summary>Who may do what at all, and what is whose.</summary>
[Binding]
public sealed class AccessSteps(Doors doors, TokenForge forge, TwoMistakes mistakes, ForeignThings foreign, TimeDriver time, Lifetime lifetime)
{
    [When("{person} tries everything that is a customer's own")]
    public Task TriesEverything(Actor person) => doors.TryLockedAsync(person, lifetime.Token);

    [When("{person} tries everything that is a customer's own, but logging out")]
    public Task TriesEverythingLimited(Actor person) => doors.TryLimitedAsync(person, lifetime.Token);

    [When("{person} tries everything that is a customer's own at {time}")]
    public async Task TriesEverythingAt(Actor person, TimeOnly at)
    {
        await time.MoveToAsync(person, Moments.MiddleOfAMonthAt(at), lifetime.Token);
        await doors.TryLockedAsync(person, lifetime.Token);
    }

    [When("{person} tries everything that is a customer's own by {persons} token, {flaw}")]
    public Task TriesEverythingForged(Actor stranger, Actor owner, string flaw) => doors.TryLockedAsync(stranger, forge.Forge(owner, flaw, stranger), lifetime.Token);

    [Then("nothing that is {persons} own opens on the {device} any more")]
    public async Task NothingOpens(Actor person, string device)
    {
        person.Take(device);
        await doors.TryLockedAsync(person, lifetime.Token);
        doors.AllShouldBeClosed(person);
    }

    [Then("{person} is refused each time because {reason}")]
    public void IsRefusedEachTime(Actor person, KnownRefusal reason) => doors.AllShouldBeRefused(person, reason);

    [When("{person} looks around without an account")]
    [When("{person} looks around where no account is needed")]
    public Task LooksAround(Actor person) => doors.TryOpenAsync(person, lifetime.Token);

    [Then("{person} is shown prices, calculator, front page and health")]
    public void IsShownEverything(Actor person) => doors.AllShouldBeAnswered(person);

    [When("{person} asks amiss: {mistakes}")]
    public Task AsksAmiss(Actor person, string what) => mistakes.MakeAsync(person, what, lifetime.Token);

    [When("{person} reaches for {persons}: {way}")]
    public Task ReachesFor(Actor stranger, Actor owner, string way) => foreign.ReachAsync(stranger, owner, way, lifetime.Token);

    [Then("{person} is answered as if it had never been")]
    public Task IsAnsweredAsIfItHadNeverBeen(Actor stranger) => foreign.ShouldSeemNeverToHaveBeenAsync(stranger, lifetime.Token);
}
