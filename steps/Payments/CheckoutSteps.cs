using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using PropIQ.Steps.Arguments;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>Prices, checkouts and payments.</summary>
[Binding]
public sealed class CheckoutSteps(CheckoutDriver checkout, CheckoutChecks checks, Lifetime lifetime)
{
    [Given("{person} has looked at the prices")]
    [When("{person} looks at the prices")]
    public Task LooksAtPrices(Actor person) => checkout.ViewPricesAsync(person, lifetime.Token);

    [Given("{person} has opened a checkout for {plan}")]
    public async Task HasOpenedACheckout(Actor person, PromisedPlan plan) =>
        (await checkout.OpenAsync(person, plan.Tier, null, lifetime.Token)).ShouldSucceed();

    [When("{person} opens a checkout for {plan}")]
    [When("{person} opens a checkout for {plan} and leaves")]
    public Task OpensACheckout(Actor person, PromisedPlan plan) => checkout.OpenAsync(person, plan.Tier, null, lifetime.Token);

    [When("{person} pays with {card}")]
    public Task PaysWith(Actor person, PaymentCard card) => checkout.PayAsync(person, card.Name, Delivery.InOrder, lifetime.Token);

    [Given("{persons} payment with {card} has failed")]
    public async Task PaymentHasFailed(Actor person, PaymentCard card)
    {
        await checkout.PayAsync(person, card.Name, Delivery.InOrder, lifetime.Token);
        checks.PaymentShouldHaveFailed(person);
    }

    [Given("{person} has subscribed to {plan}")]
    [When("{person} subscribes to {plan}")]
    public Task SubscribesTo(Actor person, PromisedPlan plan) => checkout.SubscribeAsync(person, plan, "a good card", lifetime.Token);

    [Then("the prices are as promised")]
    public void PricesAreAsPromised() => checks.PricesShouldBeAsPromised();
}
