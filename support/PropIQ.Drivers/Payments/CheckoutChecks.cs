using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Payments;

/// <summary>What prices, checkouts and plan changes must say.</summary>
public sealed class CheckoutChecks(CheckoutDriver checkout, ProfileChecks profile, TimeDriver time, Cast cast, PlanTable table)
{
    /// <summary>The price list shows each plan with its promised price and allowance, and nothing else (clause 1.2).</summary>
    public void PricesShouldBeAsPromised()
    {
        var plans = cast.InFocus.Journal.LastOf<PriceList>().ShouldBeWhole().Plans!;
        var shown = string.Join("; ", plans.OrderBy(plan => plan.Price).Select(plan => $"{plan.Tier} ${plan.Price:0.##} {plan.Analyses}"));
        var promised = string.Join("; ", table.All.Select(plan => $"{plan.Tier} ${plan.Price:0.##} {plan.Analyses}"));
        Verdict.That(shown == promised, $"the price list should say {promised}, but says {shown}");
    }

    /// <summary>Each paid plan has a price id, and none has another's.</summary>
    public void PaidPlansShouldHavePrices()
    {
        var plans = Verdict.Given(cast.InFocus.Journal.LastOf<PriceList>().ShouldSucceed().Plans, "the plans");
        var ids = plans.Where(plan => plan.Tier != table.Free.Tier).Select(plan => Verdict.Given(plan.PriceId, $"the price id of {plan.Tier}")).ToList();
        Verdict.That(
            ids.Count == table.All.Count - 1 && ids.Distinct().Count() == ids.Count,
            $"each paid plan should have a price of its own, but they have {string.Join(", ", ids)}");
        foreach (var (plan, id) in table.All.Where(plan => plan.PriceId is not null).Select(plan => (plan, plans.FirstOrDefault(shown => shown.Tier == plan.Tier)?.PriceId)))
        {
            Verdict.That(id == plan.PriceId, $"{plan} should have the price {plan.PriceId}, but has {id ?? "none"}");
        }
    }

    /// <summary>The newest payment did not go through: what a story's beginning says must be so.</summary>
    public void PaymentShouldHaveFailed(Actor actor) =>
        Verdict.That(!checkout.PaymentOf(actor).Succeeded, $"{actor}'s payment was to fail, but went through");

    /// <summary>Profile and subscription agree on where it stands, none, active, past_due or canceled, and on the plan.</summary>
    public async Task StandingShouldBeAsync(Actor actor, string status, CancellationToken cancellationToken)
    {
        await profile.SubscriptionShouldBeAsync(actor, status, cancellationToken);
        var subscription = await checkout.SubscriptionAsync(actor, cancellationToken);
        Verdict.That(subscription.Status == status, $"{actor}'s subscription should be {status.InWords()}, but is {subscription.Status?.InWords() ?? "nothing"}");
        var plan = await profile.PlanAsync(actor, cancellationToken);
        Verdict.That(subscription.Tier == plan, $"{actor}'s subscription should be to {plan}, as the profile says, but is to {subscription.Tier ?? "none"}");
    }

    /// <summary>There is no subscription: PropIQ shows the free plan, without an end.</summary>
    public async Task ShouldHaveNoneAsync(Actor actor, CancellationToken cancellationToken)
    {
        await StandingShouldBeAsync(actor, "none", cancellationToken);
        var subscription = (await checkout.TrySubscriptionAsync(actor, cancellationToken)).ShouldBeWhole();
        Verdict.That(
            subscription is { Tier: "free", CurrentPeriodEnd: null, CancelAtPeriodEnd: not true },
            $"{actor} should be shown Free without an end, but is shown {subscription.Tier} until {subscription.CurrentPeriodEnd:u}");
    }

    /// <summary>The subscription is to a plan, active, and was paid for a month just now; the allowance starts anew when it ends.</summary>
    public async Task ShouldRunForAMonthAsync(Actor actor, PromisedPlan plan, CancellationToken cancellationToken)
    {
        await StandingShouldBeAsync(actor, "active", cancellationToken);
        var subscription = (await checkout.TrySubscriptionAsync(actor, cancellationToken)).ShouldBeWhole();
        var end = Verdict.Given(subscription.CurrentPeriodEnd, "the end of the month that is paid for");
        var now = await time.NowAsync(actor, cancellationToken);
        Verdict.That(
            subscription.Tier == plan.Tier && subscription.CancelAtPeriodEnd == false && IsAMonthFrom(now, end),
            $"{actor}'s subscription should be to {plan} until {now.AddMonths(1):u}, but is to {subscription.Tier} until {end:u}");
        await profile.ShouldResetAtAsync(actor, end, cancellationToken);
    }

    /// <summary>Whether a month that was begun just now, minutes ago at most, ends so.</summary>
    internal static bool IsAMonthFrom(DateTimeOffset now, DateTimeOffset end) => end <= now.AddMonths(1) && end > now.AddMonths(1).AddMinutes(-5);
}
