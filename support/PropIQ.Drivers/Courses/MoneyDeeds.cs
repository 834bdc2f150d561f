using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Courses;

/// <summary>Plans and payments in a course of events: bought, declined, changed, renewed, ended, and told of again (contract, section 5).</summary>
public sealed class MoneyDeeds(
    CheckoutDriver checkout, PlanChangeChecks changes, StripeDriver stripe, NewsDriver news, BillingDriver billing,
    FaultDriver faults, PlanTable plans)
{
    private const int Unwell = 500;
    private const string GoodCard = "a good card";
    private static readonly string[] BadCards = ["a declined card", "a card without funds", "an expired card"];

    internal IReadOnlyList<Deed> All =>
    [
        new("a plan is bought", 3, _ => true, BuyAsync),
        new("a card is declined for a plan", 2, _ => true, DeclineAsync),
        new("a checkout is opened and left", 1, _ => true, async (course, token) => await OpenAsync(course, Other(course), token)),
        new("Stripe fails a checkout", 1, _ => true, FailAsync),
        new("a checkout for the present plan is asked for", 1, books => !books.Plan.IsFree && !books.Ends, async (course, token) =>
            course.ShouldBeRefused("it is the present plan already", await checkout.OpenAsync(course.Actor, course.Books.Plan.Tier, null, token))),
        new("a move is asked for on Free", 1, books => books.Plan.IsFree, async (course, token) =>
            course.ShouldBeRefused("a checkout is needed first", await checkout.ChangePlanAsync(course.Actor, Other(course).Tier, null, token))),
        new("a move to another paid plan is asked for", 3, IsRunning, (course, token) => MoveAsync(course, Other(course), token)),
        new("a move to Free is asked for", 1, IsRunning, LeaveAsync),
        new("support moves the subscription at Stripe", 1, IsRunning, MoveAtStripeAsync),
        new("the next month is charged to a bad card", 1, IsRunning, (course, token) => ChargeAsync(course, course.OneOf(BadCards), token)),
        new("the payment that is owed is tried again", 12, books => books.IsRenewalOpen, ChargeAsync),
        new("the subscription ends at Stripe", 1, books => !books.Plan.IsFree && !books.Ends, EndAsync),
        new("Stripe tells everything once more", 2, books => books.Subscriptions > 0 && books.Notices.Count > 0, (course, token) => news.RepeatAllAsync(course.Actor, token)),
        new("Stripe tells of the former subscription", 2, books => IsRunning(books) && books.Subscriptions > 1, TellOfFormerAsync),
    ];

    /// <summary>The month that was paid for is over: Stripe charges the next one, or ends what was to end.</summary>
    internal async Task EndMonthAsync(Course course, CancellationToken cancellationToken)
    {
        var began = (await stripe.SubscriptionAsync(course.Actor, cancellationToken)).CurrentPeriodStart;
        if (course.Books.Ends)
        {
            await stripe.RenewAsync(course.Actor, null, cancellationToken);
            course.Books.End(plans.Free, began);
            return;
        }

        await ChargeAsync(course, cancellationToken);
    }

    /// <summary>At Stripe nothing runs but what the customer has.</summary>
    internal async Task ShouldPayForNothingElseAsync(Course course, CancellationToken cancellationToken)
    {
        if (course.Books.Subscriptions > 0)
        {
            await stripe.OnlySubscriptionShouldBeAsync(course.Actor, course.Books.Plan.IsFree ? null : course.Books.Plan, cancellationToken);
        }
    }

    private static bool IsRunning(Books books) => books is { Standing: "active", Ends: false };

    private PromisedPlan Other(Course course) => course.OneOf([.. plans.All.Where(plan => !plan.IsFree && plan != course.Books.Plan)]);

    private async Task<PromisedPlan> OpenAsync(Course course, PromisedPlan plan, CancellationToken cancellationToken)
    {
        (await checkout.OpenAsync(course.Actor, plan.Tier, null, cancellationToken)).ShouldBeWhole();
        return plan;
    }

    private async Task BuyAsync(Course course, CancellationToken cancellationToken)
    {
        var plan = await OpenAsync(course, Other(course), cancellationToken);
        await checkout.PayAsync(course.Actor, GoodCard, course.OneOf([Delivery.InOrder, Delivery.InOrder, Delivery.Reversed, Delivery.AtOnce]), cancellationToken);
        course.Books.Buy(plan, await PaidUntilAsync(course, cancellationToken));
    }

    private async Task DeclineAsync(Course course, CancellationToken cancellationToken)
    {
        await OpenAsync(course, Other(course), cancellationToken);
        await checkout.PayAsync(course.Actor, course.OneOf(BadCards), Delivery.InOrder, cancellationToken);
        course.Books.Decline();
    }

    private async Task FailAsync(Course course, CancellationToken cancellationToken)
    {
        await faults.FailStripeAsync(course.Actor, Unwell, cancellationToken);
        var attempt = await checkout.OpenAsync(course.Actor, Other(course).Tier, null, cancellationToken);
        await faults.HealStripeAsync(course.Actor, cancellationToken);
        course.ShouldBeRefused("payments are not available", attempt);
    }

    private async Task MoveAsync(Course course, PromisedPlan plan, CancellationToken cancellationToken)
    {
        var books = course.Books;
        if (books.Used > plan.Analyses)
        {
            await checkout.ChangePlanAsync(course.Actor, plan.Tier, null, cancellationToken);
            changes.ShouldWarnOf(course.Actor, books.Used, plan.Analyses);
            if (course.OneIn(2))
            {
                return;
            }
        }

        var confirmed = await checkout.MoveAsync(course.Actor, plan, cancellationToken);
        Verdict.That(confirmed.ShouldBeWhole().Status == "changed", $"the move to {plan} should be made, but is {confirmed.Answer.Value!.Status}");
        books.Move(plan);
    }

    private async Task LeaveAsync(Course course, CancellationToken cancellationToken)
    {
        await checkout.ChangePlanAsync(course.Actor, plans.Free.Tier, null, cancellationToken);
        changes.ShouldWarnOfExports(course.Actor);
        var hidden = course.Books.Made.Count - plans.Free.HistoryShown!.Value;
        if (hidden > 0)
        {
            changes.ShouldWarnOf(course.Actor, hidden);
        }
        else
        {
            changes.ShouldNotWarnOfHidden(course.Actor);
        }

        if (course.OneIn(2))
        {
            await checkout.MoveAsync(course.Actor, plans.Free, cancellationToken);
            await changes.ShouldBeScheduledAsync(course.Actor, cancellationToken);
            course.Books.Schedule();
        }
    }

    private async Task MoveAtStripeAsync(Course course, CancellationToken cancellationToken)
    {
        var plan = Other(course);
        await billing.MoveAtStripeAsync(course.Actor, plan, cancellationToken);
        course.Books.Move(plan);
    }

    private Task ChargeAsync(Course course, CancellationToken cancellationToken) =>
        ChargeAsync(course, course.OneIn(3) ? course.OneOf(BadCards) : GoodCard, cancellationToken);

    // Where a move has left something to the customer's credit, nothing may be due, and nothing fails.
    private async Task ChargeAsync(Course course, string card, CancellationToken cancellationToken)
    {
        var outcome = await stripe.RenewAsync(course.Actor, card, cancellationToken);
        if (outcome.Succeeded)
        {
            course.Books.Renew(await PaidUntilAsync(course, cancellationToken));
        }
        else
        {
            course.Books.Owe();
        }
    }

    private async Task EndAsync(Course course, CancellationToken cancellationToken)
    {
        var began = (await stripe.SubscriptionAsync(course.Actor, cancellationToken)).CurrentPeriodStart;
        await stripe.EndAsync(course.Actor, cancellationToken);
        course.Books.End(plans.Free, began);
    }

    private async Task TellOfFormerAsync(Course course, CancellationToken cancellationToken) =>
        await news.TellOfFormerAsync(course.Actor, course.OneOf([News.Named("the end"), News.Named("a renewal"), News.Named("a failed payment")]), cancellationToken);

    private async Task<DateTimeOffset> PaidUntilAsync(Course course, CancellationToken cancellationToken) =>
        (await stripe.SubscriptionAsync(course.Actor, cancellationToken)).CurrentPeriodEnd;
}
