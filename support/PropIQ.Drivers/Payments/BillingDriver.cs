using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>Months that go by on a paid plan, and what Stripe does at their end.</summary>
public sealed class BillingDriver(PropIqUnderTest propIq, StripeDriver stripe, TimeDriver time, AccountDriver accounts, CheckoutDriver checkout, ProfileChecks profile)
{
    private readonly Dictionary<Actor, DateTimeOffset> monthsEnds = [];

    /// <summary>The month that is paid for goes by; the person is logged in again afterwards.</summary>
    public async Task PassMonthAsync(Actor actor, CancellationToken cancellationToken)
    {
        var end = (await stripe.SubscriptionAsync(actor, cancellationToken)).CurrentPeriodEnd;
        monthsEnds[actor] = end;
        await time.MoveToAsync(actor, end, cancellationToken);
        (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
    }

    /// <summary>The next month is to be paid: the one before has gone by, where clocks can be moved.</summary>
    public async Task ComeToRenewalAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (time.CanMoveClocks)
        {
            await PassMonthAsync(actor, cancellationToken);
            return;
        }

        // Stripe begins the next month early: what PropIQ makes of that news does not depend on the time of day.
        monthsEnds[actor] = (await stripe.SubscriptionAsync(actor, cancellationToken)).CurrentPeriodEnd;
    }

    /// <summary>The month goes by, and Stripe charges the next one to a card, or to the one on file.</summary>
    public async Task<PaymentOutcome> RenewAsync(Actor actor, string? card, CancellationToken cancellationToken)
    {
        await ComeToRenewalAsync(actor, cancellationToken);
        return await stripe.RenewAsync(actor, card, cancellationToken);
    }

    /// <summary>Support moves the subscription to another plan in Stripe's own pages.</summary>
    public Task MoveAtStripeAsync(Actor actor, PromisedPlan plan, CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.Stripe, "stripe-mock")
            .SendAsync(actor.Email, "customer.subscription.updated", plan.Tier, plan.Price, null, cancellationToken);

    /// <summary>The allowance starts anew a month after the one that went by last.</summary>
    public Task ShouldResetAMonthLaterAsync(Actor actor, CancellationToken cancellationToken) =>
        profile.ShouldResetAtAsync(actor, monthsEnds[actor].AddMonths(1), cancellationToken);

    /// <summary>The subscription is paid for until a month after the one that went by last.</summary>
    public async Task ShouldBePaidForAMonthMoreAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (shown, end) = (await checkout.SubscriptionAsync(actor, cancellationToken), monthsEnds[actor].AddMonths(1));
        Verdict.That(shown.CurrentPeriodEnd == end, $"{actor}'s subscription should be paid until {end:u}, but is until {shown.CurrentPeriodEnd:u}");
    }
}
