using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>Where a subscription stands.</summary>
[Binding]
public sealed class SubscriptionSteps(CheckoutDriver checkout, CheckoutChecks checks, Lifetime lifetime)
{
    [Given("{person} has looked at his/her subscription")]
    public Task HasLooked(Actor person) => checkout.SubscriptionAsync(person, lifetime.Token);

    [Then("{person} has no subscription")]
    public Task HasNone(Actor person) => checks.ShouldHaveNoneAsync(person, lifetime.Token);

    [Then("{persons} subscription is active")]
    public Task IsActive(Actor person) => checks.StandingShouldBeAsync(person, "active", lifetime.Token);

    [Then("{persons} subscription is past due")]
    public Task IsPastDue(Actor person) => checks.StandingShouldBeAsync(person, "past_due", lifetime.Token);

    [Then("{persons} subscription is canceled")]
    public Task IsCanceled(Actor person) => checks.StandingShouldBeAsync(person, "canceled", lifetime.Token);

    [Then("{persons} subscription is to {plan} and runs for a month from now")]
    public Task RunsForAMonth(Actor person, PromisedPlan plan) => checks.ShouldRunForAMonthAsync(person, plan, lifetime.Token);
}
