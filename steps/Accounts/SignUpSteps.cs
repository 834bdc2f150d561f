using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>Signing up in ways that need judging.</summary>
[Binding]
public sealed class SignUpSteps(SignUpDriver signUp, TokenDriver tokens, WallClockDriver wall, Lifetime lifetime)
{
    [When("{person} signs up with a password of {int} characters that take {int} bytes")]
    public Task ChoosesASize(Actor person, int characters, int bytes) => signUp.ChooseAsync(person, Passwords.Of(characters, bytes), lifetime.Token);

    [When("{person} signs up with the password {string}")]
    public Task Chooses(Actor person, string password) => signUp.ChooseAsync(person, password, lifetime.Token);

    [When("{person} signs up with an empty form")]
    public Task LeavesTheFormEmpty(Actor person) => signUp.LeaveEmptyAsync(person, lifetime.Token);

    [When("{person} signs up by an older form")]
    public Task UsesAnOlderForm(Actor person) => signUp.UseOlderFormAsync(person, lifetime.Token);

    [When("{person} signs up with {persons} e-mail address in capitals")]
    public Task TakesTheAddress(Actor person, Actor owner) => signUp.TakeAddressAsync(person, owner, lifetime.Token);

    [When("{person} signs up {int} times at the same moment, each time with another password")]
    public Task Races(Actor person, int count) => signUp.RaceAsync(person, count, lifetime.Token);

    [Given("{person} has signed up by the machine's own clock")]
    public Task SignsUpByTheWall(Actor person) => wall.SignUpAsync(person, lifetime.Token);

    [Then("{person} has an account")]
    public Task HasAnAccount(Actor person) => signUp.ShouldHaveAccountAsync(person, lifetime.Token);

    [Then("{person} has one account, with the password that came first")]
    public Task HasOneAccount(Actor person) => signUp.ShouldHaveOneAccountAsync(person, lifetime.Token);

    [Then("{person} is refused for the password, and has no account")]
    public Task IsRefusedForThePassword(Actor person) => signUp.ShouldBeRefusedForAsync(person, ["password"], lifetime.Token);

    [Then("{person} is told that e-mail address and password are missing")]
    public Task IsToldWhatIsMissing(Actor person) => signUp.ShouldBeRefusedForAsync(person, ["email", "password"], lifetime.Token);

    [Then("{person} is promised an hour before renewing")]
    public Task IsPromisedAnHour(Actor person) => tokens.ShouldBePromisedAnHourAsync(person, lifetime.Token);
}
