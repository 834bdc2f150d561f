using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Payments;

/// <summary>What prices, checkouts and plan changes must say.</summary>
public sealed class CheckoutChecks(CheckoutDriver checkout, Cast cast)
{
    /// <summary>The price list shows each plan with its promised price and allowance, and nothing else (clause 1.2).</summary>
    public void PricesShouldBeAsPromised()
    {
        var plans = Verdict.Given(cast.InFocus.Journal.LastOf<PriceList>().ShouldSucceed().Plans, "the plans");
        var shown = string.Join("; ", plans.Select(plan => $"{plan.Tier} ${plan.Price:0.##} {plan.Analyses}"));
        var promised = string.Join("; ", PlanTable.All.Select(plan => $"{plan.Tier} ${plan.Price:0.##} {plan.Analyses}"));
        Verdict.That(shown == promised, $"the price list should say {promised}, but says {shown}");
    }

    /// <summary>The newest payment did not go through: what a story's beginning says must be so.</summary>
    public void PaymentShouldHaveFailed(Actor actor) =>
        Verdict.That(!checkout.PaymentOf(actor).Succeeded, $"{actor}'s payment was to fail, but went through");

    /// <summary>The newest change of plan came to this: changed, scheduled or confirmation_required.</summary>
    public void ChangeShouldBe(Actor actor, string status)
    {
        var change = actor.Journal.LastOf<PlanChange>().ShouldSucceed();
        Verdict.That(change.Status == status, $"{actor}'s change of plan should be {Words(status)}, but is {Words(change.Status)}");
    }

    /// <summary>The newest change of plan waits for a confirmation, and its warnings together name each of these.</summary>
    public void ShouldWarnOf(Actor actor, params string[] passages)
    {
        ChangeShouldBe(actor, "confirmation_required");
        var warnings = Verdict.Given(actor.Journal.LastOf<PlanChange>().ShouldSucceed().Warnings, "the warnings");
        var text = string.Join(" ", warnings);
        foreach (var passage in passages)
        {
            Verdict.That(text.Contains(passage, StringComparison.OrdinalIgnoreCase), $"{actor} should be warned of \"{passage}\", but reads \"{text}\"");
        }
    }

    /// <summary>PropIQ shows the subscription so: tier and status.</summary>
    public async Task SubscriptionShouldBeAsync(Actor actor, PromisedPlan plan, string status, CancellationToken cancellationToken)
    {
        var subscription = await checkout.SubscriptionAsync(actor, cancellationToken);
        Verdict.That(
            subscription.Tier == plan.Tier && subscription.Status == status,
            $"{actor}'s subscription should be {plan}, {status}, but is {subscription.Tier}, {subscription.Status}");
    }

    private static string Words(string? status) => (status ?? "nothing").Replace('_', ' ');
}
