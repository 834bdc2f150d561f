using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>What Stripe holds, and what it does by itself.</summary>
[Binding]
public sealed class StripeSteps(StripeDriver stripe, StripeChecks checks, DeliveryChecks deliveries, Lifetime lifetime)
{
    [Then("{person} pays Stripe for {plan} alone")]
    public Task PaysForAlone(Actor person, PromisedPlan plan) => stripe.OnlySubscriptionShouldBeAsync(person, plan, lifetime.Token);

    [Then("{person} pays Stripe for nothing")]
    public Task PaysForNothing(Actor person) => stripe.OnlySubscriptionShouldBeAsync(person, null, lifetime.Token);

    [Then("a checkout for {plan} at {money} is open for {person}")]
    public Task CheckoutIsOpen(PromisedPlan plan, decimal price, Actor person) => checks.CheckoutShouldBeOpenAsync(person, plan, price, lifetime.Token);

    [Then("no checkout is open for {person}")]
    public Task NoCheckoutIsOpen(Actor person) => checks.NoCheckoutShouldBeOpenAsync(person, lifetime.Token);

    [Then("{person} is one customer at Stripe, whose every order is marked")]
    public Task IsOneCustomer(Actor person) => checks.ShouldBeOneCustomerAsync(person, lifetime.Token);

    [When("Stripe has told of the end of {persons} former plan")]
    public Task HasToldOfTheEnd(Actor person) => deliveries.ShouldBeTakenInTimeAsync(person, "customer.subscription.deleted", lifetime.Token);
}
