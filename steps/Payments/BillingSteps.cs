using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Arguments;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>Months on a paid plan: renewed, failed, moved, ended.</summary>
[Binding]
public sealed class BillingSteps(
    BillingDriver billing, StripeDriver stripe, SeedingDriver seeding, AnalysisDriver analyses, OutboxDriver outbox, Personas personas, Cast cast, Lifetime lifetime)
{
    private const int UsedBefore = 20;

    [When("{persons} plan renews")]
    [When("{persons} plan is to renew")]
    public Task Renews(Actor person) => billing.RenewAsync(person, null, lifetime.Token);

    [When("{persons} plan renews meanwhile")]
    public Task RenewsMeanwhile(Actor person) => stripe.RenewAsync(person, null, lifetime.Token);

    [Given("{persons} plan renewed today and {person} has since used {int} analyses")]
    public async Task RenewedToday(Actor person, Actor same, int used)
    {
        await seeding.PlaceAsync(person, personas.UsualPlan(person.Name), UsedBefore, null, lifetime.Token);
        await billing.RenewAsync(person, null, lifetime.Token);
        await analyses.UseUpAsync(same, used, lifetime.Token);
        await outbox.SettleAsync(person, lifetime.Token);
    }

    [Given("the month that {person} paid for is over")]
    [When("the month that {person} paid for is over")]
    public Task MonthIsOver(Actor person) => billing.PassMonthAsync(person, lifetime.Token);

    [Given("{persons} plan is due to renew")]
    public Task IsDueToRenew(Actor person) => billing.ComeToRenewalAsync(person, lifetime.Token);

    [Given("{persons} renewal has failed with {card}")]
    [When("{persons} renewal fails with {card}")]
    public Task RenewalFails(Actor person, PaymentCard card) => billing.RenewAsync(person, card.Name, lifetime.Token);

    [When("Stripe tries again with {card}")]
    public Task TriesAgain(PaymentCard card) => stripe.RenewAsync(cast.InFocus, card.Name, lifetime.Token);

    [When("{persons} subscription is moved to {plan} at Stripe")]
    public Task IsMoved(Actor person, PromisedPlan plan) => billing.MoveAtStripeAsync(person, plan, lifetime.Token);

    [Given("{persons} subscription has ended at Stripe")]
    [When("{persons} subscription ends at Stripe")]
    public Task Ends(Actor person) => stripe.EndAsync(person, lifetime.Token);

    [Given("{persons} subscription has been set to end with its month at Stripe")]
    [When("{persons} subscription is set to end with its month at Stripe")]
    public Task IsToEndWithMonth(Actor person) => stripe.EndWithMonthAsync(person, end: true, lifetime.Token);

    [When("{persons} subscription is set to go on at Stripe")]
    public Task IsToGoOn(Actor person) => stripe.EndWithMonthAsync(person, end: false, lifetime.Token);

    [Then("{persons} subscription is paid for a month more")]
    public Task IsPaidForAMonthMore(Actor person) => billing.ShouldBePaidForAMonthMoreAsync(person, lifetime.Token);

    [Then("{persons} allowance starts anew a month later")]
    public Task StartsAnew(Actor person) => billing.ShouldResetAMonthLaterAsync(person, lifetime.Token);
}
