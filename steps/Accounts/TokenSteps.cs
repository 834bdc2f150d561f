using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>Access tokens and refresh tokens: what they open, for how long, how often.</summary>
[Binding]
public sealed class TokenSteps(TokenDriver tokens, WallClockDriver wall, TimeDriver time, Lifetime lifetime)
{
    [Given("{person} has renewed his/her session")]
    public Task HasRenewed(Actor person) => tokens.RenewAsync(person, lifetime.Token);

    [When("{person} renews his/her session at {time}")]
    public async Task RenewsAt(Actor person, TimeOnly at)
    {
        await time.MoveToAsync(person, Moments.MiddleOfAMonthAt(at), lifetime.Token);
        await tokens.RenewAsync(person, lifetime.Token);
    }

    [When("{person} renews his/her session {int} times within a second, one after the other")]
    public Task RenewsInARow(Actor person, int count) => tokens.RenewInARowAsync(person, count, lifetime.Token);

    [Then("each time both of {persons} tokens are new")]
    public void EachIsNew(Actor person) => tokens.EachShouldBeNew(person);

    [Then("each of {persons} former access tokens still works")]
    public Task FormerStillWork(Actor person) => tokens.FormerShouldStillWorkAsync(person, lifetime.Token);

    [Then("both of {persons} tokens are new")]
    public Task BothAreNew(Actor person) => tokens.BothShouldBeNewAsync(person, lifetime.Token);

    [Then("{persons} former access token is good until {time} sharp")]
    public Task FormerIsGoodUntil(Actor person, TimeOnly end) => tokens.FormerShouldBeGoodUntilAsync(person, end, lifetime.Token);

    [Then("{persons} new access token is good until {time} sharp")]
    public Task NewIsGoodUntil(Actor person, TimeOnly end) => tokens.PresentShouldBeGoodUntilAsync(person, end, lifetime.Token);

    [When("{person} shows {persons} token, {flaw}")]
    public Task Shows(Actor stranger, Actor owner, string flaw) => tokens.ShowForgedAsync(stranger, owner, flaw, lifetime.Token);

    [When("{person} shows his/her own token {manner}")]
    public Task ShowsAmiss(Actor person, string manner) => tokens.ShowAmissAsync(person, manner, lifetime.Token);

    [When("{person} renews his/her session")]
    public Task Renews(Actor person) => tokens.RenewAsync(person, lifetime.Token);

    [When("{person} tries to renew his/her session with {string}")]
    public Task TriesToRenewWith(Actor person, string what) => tokens.RenewWithAsync(person, what, lifetime.Token);

    [Given("{persons} refresh token has been copied")]
    public void HasBeenCopied(Actor owner) => tokens.Copy(owner);

    [When("{person} renews with the copy")]
    public Task UsesTheCopy(Actor stranger) => tokens.UseCopyAsync(stranger, lifetime.Token);

    [When("{person} renews {int} times at the same moment with one refresh token")]
    public Task RenewsTogether(Actor person, int count) => tokens.RenewTogetherAsync(person, count, lifetime.Token);

    [Then("one renewal has worked, and even that one opens nothing any more for {person}")]
    public Task OneHasWorkedInVain(Actor person) => tokens.OneShouldHaveWorkedInVainAsync(person, lifetime.Token);

    [Given("{persons} access token is nearly an hour old")]
    public void IsNearlyAnHourOld(Actor person) => wall.AgeToken(person);

    [When("{person} looks at his/her profile until that is refused")]
    public Task LooksUntilRefused(Actor person) => wall.LookUntilRefusedAsync(person, lifetime.Token);

    [Then("{persons} access token worked to its last second, and no longer")]
    public void WorkedToItsEnd(Actor person) => wall.ShouldHaveEndedOnTime(person);
}
