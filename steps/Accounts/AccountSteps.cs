using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>Signing up, and where a story begins.</summary>
[Binding]
public sealed class AccountSteps(AccountDriver accounts, SeedingDriver seeding, Personas personas, Lifetime lifetime)
{
    [When("{person} signs up")]
    public Task SignsUp(Actor person) => accounts.SignUpAsync(person, lifetime.Token);

    [Given("{person} has signed up")]
    public async Task HasSignedUp(Actor person) => (await accounts.SignUpAsync(person, lifetime.Token)).ShouldSucceed();

    [Given("{person} is on {plan}")]
    public Task IsOn(Actor person, PromisedPlan plan) => seeding.PlaceAsync(person, plan, 0, null, lifetime.Token);

    [Given("{person} is on {plan} with {int} of {int} analyses used")]
    public Task IsOnWithUsed(Actor person, PromisedPlan plan, int used, int limit) => seeding.PlaceAsync(person, plan.Limited(limit), used, null, lifetime.Token);

    [Given("{person} is on {plan} with {int} analyses in his/her history")]
    public Task IsOnWithHistory(Actor person, PromisedPlan plan, int history) => seeding.PlaceWithHistoryAsync(person, plan, history, lifetime.Token);

    [Given("{person} has used {int} analyses")]
    [Given("{person} has analysed {int} properties")]
    public Task HasUsed(Actor person, int used) => seeding.PlaceAsync(person, personas.UsualPlan(person.Name), used, null, lifetime.Token);
}
