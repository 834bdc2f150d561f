using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>What Stripe holds, and what it does by itself.</summary>
[Binding]
public sealed class StripeSteps(StripeDriver stripe, Lifetime lifetime)
{
    [Then("{person} pays Stripe for {plan} alone")]
    public Task PaysForAlone(Actor person, PromisedPlan plan) => stripe.OnlySubscriptionShouldBeAsync(person, plan, lifetime.Token);

    [Then("{person} pays Stripe for nothing")]
    public Task PaysForNothing(Actor person) => stripe.OnlySubscriptionShouldBeAsync(person, null, lifetime.Token);
}
