using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>Moving to another plan without a checkout.</summary>
[Binding]
public sealed class PlanChangeSteps(CheckoutDriver checkout, PlanChangeChecks checks, Lifetime lifetime)
{
    [When("{person} asks to move to {plan}")]
    public Task AsksToMove(Actor person, PromisedPlan plan) => checkout.ChangePlanAsync(person, plan.Tier, null, lifetime.Token);

    [When("{person} asks to move to {string}")]
    public Task AsksToMoveTo(Actor person, string plan) => checkout.ChangePlanAsync(person, plan, null, lifetime.Token);

    [When("{person} says no to the move to {plan}")]
    public Task Declines(Actor person, PromisedPlan plan) => checkout.ChangePlanAsync(person, plan.Tier, false, lifetime.Token);

    [When("{persons} {string} to the move to {plan} is sent in words")]
    public Task AnswersInWords(Actor person, string answer, PromisedPlan plan) => checkout.AnswerInWordsAsync(person, plan, answer, lifetime.Token);

    [When("{person} confirms the move to {plan}")]
    public Task Confirms(Actor person, PromisedPlan plan) => checkout.MoveAsync(person, plan, lifetime.Token);

    [Given("{person} has confirmed the move to {plan}")]
    public async Task HasConfirmed(Actor person, PromisedPlan plan) => (await checkout.MoveAsync(person, plan, lifetime.Token)).ShouldSucceed();

    [Then("{person} is warned that {int} analysis/analyses will be hidden and exports will stop")]
    public Task IsWarnedOfHidden(Actor person, int hidden)
    {
        checks.ShouldWarnOf(person, hidden);
        checks.ShouldWarnOfExports(person);
        return checks.NothingShouldBeOrderedAsync(person, lifetime.Token);
    }

    [Then("{person} is warned that exports will stop, and of nothing hidden")]
    public Task IsWarnedOfExports(Actor person)
    {
        checks.ShouldWarnOfExports(person);
        checks.ShouldNotWarnOfHidden(person);
        return checks.NothingShouldBeOrderedAsync(person, lifetime.Token);
    }

    [Then("{person} is warned that {int} analyses are used and the new limit is {int}")]
    public Task IsWarnedOfTheLimit(Actor person, int used, int limit)
    {
        checks.ShouldWarnOf(person, used, limit);
        return checks.NothingShouldBeOrderedAsync(person, lifetime.Token);
    }

    [Then("{persons} move is made at once")]
    public void IsMade(Actor person) => checks.ShouldBeMade(person);

    [Then("{person} is shown that his/her subscription ends with its month")]
    public Task IsShownTheEnd(Actor person) => checks.EndShouldBeShownAsync(person, ends: true, lifetime.Token);

    [Then("{person} is shown that his/her subscription goes on")]
    public Task IsShownNoEnd(Actor person) => checks.EndShouldBeShownAsync(person, ends: false, lifetime.Token);

    [Then("{persons} move to Free is scheduled for the end of his/her month")]
    public Task IsScheduled(Actor person) => checks.ShouldBeScheduledAsync(person, lifetime.Token);
}
