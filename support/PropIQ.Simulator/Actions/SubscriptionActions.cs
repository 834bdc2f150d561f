using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Opens a checkout; nothing is paid by that.</summary>
[Action("create_checkout_session")]
internal sealed class CreateCheckoutSessionAction(Section given) : SimulatedAction
{
    private readonly string? price = given.Text("price_id");

    public string Tier { get; } = given.RequiredText("tier");

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        // A price id is the deployment's own: the price list's counts where the profile's is none of it.
        var priceId = await KnownPriceAsync(context, cancellation);
        var call = await context.JudgedAsync(new CheckoutOrder(Tier, priceId), (client, token, stop) => client.OpenCheckoutAsync(token, Tier, priceId, stop), cancellation);
        if (call is { Succeeded: true, Value: CheckoutSession { SessionId: { } id } })
        {
            context.Visitor.Checkouts[Tier] = id;
        }
    }

    private async Task<string?> KnownPriceAsync(ActionContext context, CancellationToken cancellation)
    {
        if (price is null)
        {
            return null;
        }

        var list = await context.CallAsync(null, (client, _, stop) => client.GetPricesAsync(stop), cancellation);
        return list.Value is PriceList { Plans: { } plans } && plans.Any(plan => plan.PriceId == price) ? price : null;
    }
}

/// <summary>What a checkout is asked of.</summary>
internal sealed record CheckoutOrder(string? Tier, string? PriceId);

/// <summary>Reads the subscription.</summary>
[Action("get_subscription_status")]
internal sealed class GetSubscriptionStatusAction : SimulatedAction
{
    public GetSubscriptionStatusAction(Section given) => _ = given;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(null, (client, token, stop) => client.GetSubscriptionAsync(token, stop), cancellation);
        Tiers.Confirm(context, call);
    }
}

/// <summary>Changes the plan; whatever loses something asks first, unless <c>confirm</c> is given.</summary>
[Action("change_plan")]
internal sealed class ChangePlanAction(Section given) : SimulatedAction
{
    private readonly bool? confirm = given.Flag("confirm");
    private readonly string? outcome = given.Word("expected_outcome", "changed", "scheduled", "confirmation_required");

    public string Tier { get; } = given.RequiredText("tier");

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(new PlanOrder(Tier, confirm), (client, token, stop) => client.ChangePlanAsync(token, Tier, confirm, stop), cancellation);
        if (call is { Succeeded: true, Value: PlanChange change } && outcome is not null && change.Status != outcome)
        {
            context.Complain($"the change of plan was {change.Status ?? "nothing"}, and {outcome} was expected.");
        }

        if (call.Succeeded)
        {
            Tiers.Confirm(context, await context.CallAsync(null, (client, token, stop) => client.GetSubscriptionAsync(token, stop), cancellation));
        }
    }
}

/// <summary>What a change of plan is asked of.</summary>
internal sealed record PlanOrder(string? Tier, bool? Confirm);
