using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>Trouble while money moves: Stripe's, Slack's, and our own.</summary>
[Binding]
public sealed class TroubleSteps(
    FaultDriver faults,
    Breakdowns breakdowns,
    InboxDriver inbox,
    CheckoutDriver checkout,
    StripeDriver stripe,
    ProfileChecks profile,
    DeliveryChecks deliveries,
    Cast cast,
    Lifetime lifetime)
{
    private const string Renewal = "invoice.payment_succeeded";
    private const string Purchase = "checkout.session.completed";

    [Given("Stripe fails when it is asked about {person}")]
    public Task StripeFails(Actor person) => faults.FailStripeAsync(person, 500, lifetime.Token);

    [Given("Stripe fails when it is asked to end {persons} plan")]
    public Task StripeFailsToEnd(Actor person) => faults.FailStripeEndingsAsync(person, lifetime.Token);

    [Given("Stripe is overrun when it is asked about {person}")]
    public Task StripeIsOverrun(Actor person) => faults.FailStripeAsync(person, 429, lifetime.Token);

    [Given("Stripe hangs up when it is asked about {person}")]
    public Task StripeHangsUp(Actor person) => faults.FailStripeAsync(person, null, lifetime.Token);

    [Then("once Stripe is well again, {person} can open a checkout for {plan}")]
    public async Task CanOpenACheckout(Actor person, PromisedPlan plan)
    {
        await faults.HealStripeAsync(person, lifetime.Token);
        (await checkout.OpenAsync(person, plan.Tier, null, lifetime.Token)).ShouldSucceed();
    }

    [Then("once Stripe is well again, {person} pays Stripe for {plan} alone")]
    public async Task PaysForAloneInTime(Actor person, PromisedPlan plan)
    {
        await faults.HealStripeOnceMetAsync(person, lifetime.Token);
        await stripe.OnlySubscriptionShouldBeAsync(person, plan, lifetime.Token);
    }

    [Then("once Stripe is well again, {person} is on {plan} with {int} of {int} used")]
    public async Task StripeIsBack(Actor person, PromisedPlan plan, int used, int limit)
    {
        await faults.HealStripeAsync(person, lifetime.Token);
        await IsOnInTimeAsync(person, Purchase, plan, used, limit);
    }

    [Given("Slack {rejects} everything about {person}")]
    public Task SlackRefuses(Rejection rejection, Actor person) => inbox.RejectAsync(Surrounding.Slack, person.Email, rejection, lifetime.Token);

    [Given("Slack leaves everybody waiting")]
    public Task SlackHangs() => faults.SetAsync(Surrounding.Slack, Condition.Hanging, lifetime.Token);

    [Given("Slack is gone")]
    public Task SlackIsGone() => faults.SetAsync(Surrounding.Slack, Condition.Gone, lifetime.Token);

    [Given("the database is gone")]
    public Task DatabaseIsGone() => faults.SetAsync(Surrounding.Database, Condition.Gone, lifetime.Token);

    [Given("PropIQ has crashed")]
    public Task HasCrashed() => faults.CrashAsync(lifetime.Token);

    [When("PropIQ crashes and comes back")]
    public async Task CrashesAndComesBack()
    {
        await faults.CrashAsync(lifetime.Token);
        await faults.ComeBackAsync(lifetime.Token);
    }

    [Then("Stripe has not been told that it was taken")]
    public Task WasNotTaken() => deliveries.ShouldNotBeTakenAsync(cast.InFocus, lifetime.Token);

    [Then("Stripe has been told at once that all was taken")]
    public Task WasTakenAtOnce() => deliveries.ShouldBeTakenAtOnceAsync(cast.InFocus, lifetime.Token);

    [Then("once the database is back, {person} is on {plan} with {int} of {int} used")]
    public async Task DatabaseIsBack(Actor person, PromisedPlan plan, int used, int limit)
    {
        await faults.SetAsync(Surrounding.Database, Condition.Well, lifetime.Token);
        await IsOnInTimeAsync(person, Renewal, plan, used, limit);
    }

    [Then("once the database answers and Stripe tells it again, {person} is on {plan} with {int} of {int} used")]
    public async Task DatabaseAnswersAgain(Actor person, PromisedPlan plan, int used, int limit)
    {
        await breakdowns.MendAsync(lifetime.Token);
        await stripe.RepeatAsync(person, Renewal, 1, lifetime.Token);
        await IsOnInTimeAsync(person, Renewal, plan, used, limit);
    }

    [Then("once PropIQ is back, {person} is on {plan} with {int} of {int} used")]
    public async Task PropIqIsBack(Actor person, PromisedPlan plan, int used, int limit)
    {
        await faults.ComeBackAsync(lifetime.Token);
        await IsOnInTimeAsync(person, Renewal, plan, used, limit);
    }

    private async Task IsOnInTimeAsync(Actor person, string news, PromisedPlan plan, int used, int limit)
    {
        await deliveries.ShouldBeTakenInTimeAsync(person, news, lifetime.Token);
        await profile.ShouldBeOnAsync(person, plan, lifetime.Token);
        await profile.ShouldSayUsedAsync(person, used, limit, lifetime.Token);
    }
}
