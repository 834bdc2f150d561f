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

    [When("{person} opens a checkout for {string}")]
    public Task OpensACheckoutFor(Actor person, string plan) => checkout.OpenAsync(person, plan, null, lifetime.Token);

    [When("{person} opens a checkout for no plan")]
    public Task OpensACheckoutForNoPlan(Actor person) => checkout.OpenAsync(person, null, null, lifetime.Token);

    [When("{person} opens a checkout by an older form, for {plan} at the price of {plan}")]
    public Task OpensByAnOlderForm(Actor person, PromisedPlan plan, PromisedPlan priced) => checkout.OpenByOlderFormAsync(person, plan, priced, lifetime.Token);

    [When("{person} opens a checkout for {plan} at the price of {plan}")]
    public Task OpensACheckoutAt(Actor person, PromisedPlan plan, PromisedPlan priced) => checkout.OpenAtPriceOfAsync(person, plan, priced, lifetime.Token);

    [When("{person} opens a checkout for {plan} at a price that does not exist")]
    public Task OpensACheckoutAtNoPrice(Actor person, PromisedPlan plan) => checkout.OpenAsync(person, plan.Tier, "price_that_nobody_set", lifetime.Token);

    [When("{person} opens a checkout for {plan} twice at the same moment")]
    public Task OpensTwice(Actor person, PromisedPlan plan) => checkout.OpenTogetherAsync(person, plan.Tier, 2, lifetime.Token);

    [When("{persons} checkout runs out")]
    public Task RunsOut(Actor person) => checkout.ExpireAsync(person, lifetime.Token);

    [When("{persons} checkout completes without a payment")]
    public Task CompletesUnpaid(Actor person) => checkout.CompleteUnpaidAsync(person, lifetime.Token);

    [Given("{person} has paid with {card}")]
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

    [Given("{persons} card asks for authentication at a checkout for {plan}")]
    public async Task CardAsks(Actor person, PromisedPlan plan)
    {
        await HasOpenedACheckout(person, plan);
        await checkout.PayAsync(person, "a card that asks for authentication", Delivery.InOrder, lifetime.Token);
    }

    [When("{person} passes the authentication")]
    public Task Passes(Actor person) => checkout.AuthenticateAsync(person, true, lifetime.Token);

    [When("{person} fails the authentication")]
    public Task Fails(Actor person) => checkout.AuthenticateAsync(person, false, lifetime.Token);

    [When("{person} pays with {card} and Stripe tells of it last things first")]
    public Task PaysReversed(Actor person, PaymentCard card) => checkout.PayAsync(person, card.Name, Delivery.Reversed, lifetime.Token);

    [When("{person} pays with {card}, then with {card}, and Stripe tells of it last things first")]
    public Task PaysTwiceReversed(Actor person, PaymentCard first, PaymentCard second) =>
        checkout.PayInARowAsync(person, [first.Name, second.Name], lifetime.Token);

    [When("{person} pays with {card} and Stripe tells of it all at once")]
    public Task PaysAtOnce(Actor person, PaymentCard card) => checkout.PayAsync(person, card.Name, Delivery.AtOnce, lifetime.Token);

    [Then("the prices are as promised")]
    public void PricesAreAsPromised() => checks.PricesShouldBeAsPromised();

    [Then("each paid plan has a price of its own at Stripe")]
    public void PaidPlansHavePrices() => checks.PaidPlansShouldHavePrices();
}
