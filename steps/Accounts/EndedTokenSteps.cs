using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>Tokens that are left of a session, and what they are good for.</summary>
[Binding]
public sealed class EndedTokenSteps(EndedTokens ended, StrayTokens stray, Lifetime lifetime)
{
    [When("{person} logs out by his/her former access token")]
    public Task LogsOutByFormer(Actor person) => ended.LogOutByFormerAsync(person, lifetime.Token);

    [Then("{persons} former access token opens nothing any more")]
    public Task FormerIsDead(Actor person) => ended.FormerShouldBeDeadAsync(person, lifetime.Token);

    [Then("what {person} got by it opens nothing any more")]
    public Task GainedIsDead(Actor person) => ended.GainedShouldBeDeadAsync(person, lifetime.Token);

    [Given("{persons} browser sends {persons} token along wherever it goes")]
    public void SendsAlong(Actor person, Actor owner) => stray.SendAlong(person, owner);

    [Given("{persons} browser sends {persons} token along wherever it goes, {flaw}")]
    public void SendsAlongForged(Actor person, Actor owner, string flaw) => stray.SendAlong(person, owner, flaw);
}
