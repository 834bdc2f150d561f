using PropIQ.Mocks.Stripe;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Chaos;

/// <summary>Stripe delivers the same event again and again, some copies at the same instant.</summary>
[Chaos("stripe_webhook_duplicate_event")]
internal sealed class DuplicateEventChaos : ChaosScenario
{
    private const int Copies = 3;

    public override int ContractStatus => 200;

    public override IReadOnlyList<string> AlsoShows => ["slack_new_signup"];

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        if (stage.Run.Target.Stripe is not { } stripe)
        {
            throw new NotPossibleException("only a mock Stripe delivers an event again.");
        }

        var user = await stage.StandInAsync(cancellation, tier: "free");
        await user.CallAsync(new CheckoutOrder("starter", null), (client, token, stop) => client.OpenCheckoutAsync(token, "starter", null, stop), cancellation);
        var first = await stripe.SendAsync(user.Visitor.Email, "checkout.session.completed", "starter", 69m, null, cancellation);
        var further = await stripe.DeliverAsync(first.EventId, new Signing(), Copies, cancellation);
        int[] statuses = [first.Status, .. further.Select(attempt => attempt.Status)];
        var shown = await user.JudgedAsync(null, (client, token, stop) => client.GetSubscriptionAsync(token, stop), cancellation);
        var confirmed = shown.Value is Subscription { Tier: "starter" };
        if (!confirmed || statuses.Any(status => status is < 200 or >= 300))
        {
            user.Complain($"the deliveries were answered {string.Join(", ", statuses)}, and PropIQ shows {Tiers.In(shown.Value) ?? "no plan"}: starter, once, was expected.");
        }

        user.User.Add(new WebhookDelivery(
            user.Visitor.Email, user.Number, "checkout.session.completed", "starter", 69m, null, statuses, confirmed, user.Visitor.Clock.Now, user.Visitor.Session?.Number ?? 0));
        if (confirmed)
        {
            user.User.Costs.Charge(69m);
        }
    }
}

/// <summary>Somebody with much to lose asks for a smaller plan.</summary>
[Chaos("downgrade_with_active_usage")]
internal sealed class DowngradeChaos : ChaosScenario
{
    public override int ContractStatus => 200;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var user = await stage.StandInAsync(cancellation, tier: "pro", used: 45, history: 50);
        var call = await user.JudgedAsync(new PlanOrder("starter", null), (client, token, stop) => client.ChangePlanAsync(token, "starter", null, stop), cancellation);
        if (call.Value is not PlanChange { Status: "confirmation_required", Warnings.Count: > 0 })
        {
            user.Complain("the change should have asked for confirmation, with what is lost by it.");
        }

        var kept = await user.CallAsync(null, (client, token, stop) => client.GetSubscriptionAsync(token, stop), cancellation);
        if (Tiers.In(kept.Value) != "pro")
        {
            user.Complain($"nothing should have changed, but PropIQ shows {Tiers.In(kept.Value) ?? "no plan"}.");
        }
    }
}
