using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Collaborators;

/// <summary>The welcome by e-mail, and the mailer's troubles.</summary>
[Binding]
public sealed class WelcomeSteps(WelcomeDriver welcome, AccountDriver accounts, Lifetime lifetime)
{
    [Given("the mailer {rejects} everything for {person}")]
    public Task Refuses(Rejection rejection, Actor person) => welcome.RejectAsync(person, rejection, lifetime.Token);

    [Given("the mailer does not answer about {person}")]
    public Task DoesNotAnswer(Actor person) => welcome.StallAsync(person, lifetime.Token);

    [When("{person} signs up while the clock is watched")]
    public Task SignsUpWatched(Actor person) => welcome.SignUpAsync(person, lifetime.Token);

    [When("{person} logs in once more")]
    [Given("{person} has logged in once more")]
    public Task LogsInOnceMore(Actor person) => accounts.LogInAsync(person, lifetime.Token);

    [When("{person} signs up once more")]
    public Task SignsUpOnceMore(Actor person) => accounts.SignUpWithAsync(person, person.Email, person.Password, lifetime.Token);

    [Then("{person} is signed up at once")]
    public Task IsSignedUpAtOnce(Actor person) => welcome.ShouldBeInAtOnceAsync(person, lifetime.Token);

    [Then("the welcome went to {persons} own address")]
    public Task WentToOwnAddress(Actor person) => welcome.ShouldBeWelcomedAsync(person, lifetime.Token);

    [Then("the mailer, once it is well again, has welcomed {person} exactly once")]
    public Task HasWelcomedOnce(Actor person) => welcome.ShouldBeWelcomedOnceHealedAsync(person, lifetime.Token);
}
