using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>What a profile says.</summary>
[Binding]
public sealed class ProfileSteps(ProfileChecks profile, Lifetime lifetime)
{
    [Then("{persons} profile says {int} of {int}")]
    [Then("{persons} profile still says {int} of {int}")]
    public Task ProfileSays(Actor person, int used, int limit) => profile.ShouldSayUsedAsync(person, used, limit, lifetime.Token);

    [Then("{person} has still used {int} analyses")]
    [Then("{person} has used {int} analyses")]
    public Task HasUsed(Actor person, int used) => profile.ShouldSayUsedAsync(person, used, lifetime.Token);

    [Then("{person} is on {plan}")]
    [Then("{person} is still on {plan}")]
    public Task IsOn(Actor person, PromisedPlan plan) => profile.ShouldBeOnAsync(person, plan, lifetime.Token);

    [Then("{person} is on {plan} with {int} of {int} used")]
    [Then("{person} is still on {plan} with {int} of {int} used")]
    public async Task IsOnWith(Actor person, PromisedPlan plan, int used, int limit)
    {
        await profile.ShouldBeOnAsync(person, plan, lifetime.Token);
        await profile.ShouldSayUsedAsync(person, used, limit, lifetime.Token);
    }

    [Then("{persons} profile tells of {string}")]
    public Task TellsOf(Actor person, string reason) => profile.ShouldShowPaymentErrorAsync(person, reason, lifetime.Token);

    [Then("{persons} profile tells of no failed payment")]
    public Task TellsOfNoFailedPayment(Actor person) => profile.ShouldShowNoPaymentErrorAsync(person, lifetime.Token);

    [Then("{persons} profile names him/her {string}")]
    public Task Names(Actor person, string name) => profile.ShouldNameAsync(person, name, lifetime.Token);
}
