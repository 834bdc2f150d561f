using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>Logging in, rightly or by guessing.</summary>
[Binding]
public sealed class LoginSteps(AccountDriver accounts, GuessingDriver guessing, LoginTiming timing, TimeDriver time, Cast cast, Lifetime lifetime)
{
    [When("{person} logs in with the e-mail address in capitals")]
    public Task LogsInInCapitals(Actor person) => accounts.LogInWithAsync(person, person.Email.ToUpperInvariant(), person.Password, lifetime.Token);

    [Then("{person} is logged in")]
    public Task IsLoggedIn(Actor person) => accounts.ShouldBeLoggedInAsync(person, lifetime.Token);

    [When("{person} tries a wrong password for {persons} account, and for an address without an account")]
    public async Task TriesBoth(Actor stranger, Actor owner)
    {
        await guessing.GuessAsync(stranger, owner.Email, 1, lifetime.Token);
        await guessing.GuessAsync(stranger, GuessingDriver.Nobody(), 1, lifetime.Token);
    }

    [Then("{person} is refused alike, and cannot tell which is which")]
    public void IsRefusedAlike(Actor stranger) => guessing.LastTwoShouldBeAlike(stranger);

    [When("{person} guesses wrong {int} times at {persons} password")]
    public Task GuessesAt(Actor stranger, int times, Actor owner) => guessing.GuessAsync(stranger, owner.Email, times, lifetime.Token);

    [When("{person} guesses wrong {int} times at {persons} password, all at the same moment")]
    public Task GuessesTogether(Actor stranger, int times, Actor owner) => guessing.GuessTogetherAsync(stranger, owner.Email, times, lifetime.Token);

    [When("an hour passes on {persons} own clock")]
    public Task AnHourPasses(Actor owner) => time.PassAsync(owner, TimeSpan.FromHours(1), lifetime.Token);

    [Then("{int} of {persons} guesses were only wrong, and the others too many")]
    public void SomeWereWrong(int wrong, Actor stranger) => guessing.SoManyShouldBeWrong(stranger, wrong);

    [When("{person} guesses wrong {int} times for an address without an account")]
    public Task GuessesForNobody(Actor stranger, int times) => guessing.GuessAsync(stranger, GuessingDriver.Nobody(), times, lifetime.Token);

    [Then("each of {persons} {int} guesses was only wrong")]
    public void EachWasWrong(Actor stranger, int times) => guessing.EachShouldBeWrong(stranger, times);

    [Then("the next guess is refused as too many, even {persons} own right one")]
    public Task NextIsTooMany(Actor owner) => guessing.NextShouldBeTooManyAsync(owner, owner.Password, lifetime.Token);

    [Then("{persons} next guess is refused as too many")]
    public Task NextIsTooManyFor(Actor stranger) => guessing.NextShouldBeTooManyAsync(stranger, stranger.Password, lifetime.Token);

    [When("{person} logs in {int} times")]
    public Task LogsInOften(Actor person, int times) => guessing.LogInAsync(person, times, lifetime.Token);

    [Then("each of {persons} {int} logins has worked")]
    public Task EachHasWorked(Actor person, int times) => guessing.EachShouldHaveWorkedAsync(person, times, lifetime.Token);

    [When("somebody tries wrong passwords for these three, and for addresses without an account, by turns")]
    public Task MeasuresRefusals() => timing.MeasureAsync([.. cast.Everyone], lifetime.Token);

    [Then("the refusals take about the same time")]
    public void TakeTheSameTime() => timing.ShouldNotTell();
}
