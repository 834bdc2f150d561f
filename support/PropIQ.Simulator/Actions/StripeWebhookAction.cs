using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>
/// Stripe tells PropIQ of something: the mock Stripe sends a signed event where there is one, else the simulator signs one
/// itself where it knows the secret. Whether it took effect is what PropIQ shows afterwards.
/// </summary>
[Action("simulate_stripe_webhook")]
internal sealed class StripeWebhookAction(Section given) : SimulatedAction
{
    private static readonly Dictionary<string, decimal> Prices = new() { ["starter"] = 69m, ["pro"] = 99m, ["elite"] = 149m };

    private readonly decimal? amount = given.Number("amount");
    private readonly string? reason = given.Text("failure_reason");
    private readonly int copies = given.Whole("copies", least: 1) ?? 1;

    public string EventType { get; } = given.RequiredText("event_type");

    public string Tier { get; } = given.Text("tier") ?? "";

    /// <summary>In dollars; the plan's price unless the profile says another.</summary>
    public decimal Amount => amount ?? Prices.GetValueOrDefault(Tier);

    /// <summary>True for what is paid by it.</summary>
    public bool Pays => EventType is "checkout.session.completed" or "invoice.payment_succeeded";

    /// <summary>True for what makes a plan of a checkout.</summary>
    public bool Upgrades => EventType is "checkout.session.completed" or "customer.subscription.updated";

    public override decimal Charge => Pays ? Amount : 0;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var sent = await StripeVoice.SendAsync(context, this, reason, copies, cancellation);
        var accepted = sent.All(status => status is >= 200 and < 300);
        var confirmed = accepted && await ConfirmedAsync(context, cancellation);
        context.User.Add(new WebhookDelivery(
            context.Visitor.Email, context.Number, EventType, Tier, Amount, reason, sent, confirmed, context.Visitor.Clock.Now, context.Visitor.Session?.Number ?? 0));
        if (confirmed && Pays)
        {
            context.User.Costs.Charge(Amount);
        }
    }

    private async Task<bool> ConfirmedAsync(ActionContext context, CancellationToken cancellation)
    {
        if (EventType == "invoice.payment_failed")
        {
            var shown = await context.CallAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
            Tiers.Confirm(context, shown);
            return Check(context, shown, shown.Value is Profile { LastPaymentError: not null }, "the payment's failure");
        }

        var answer = await context.CallAsync(null, (client, token, stop) => client.GetSubscriptionAsync(token, stop), cancellation);
        Tiers.Confirm(context, answer);
        return answer.Value is Subscription subscription
            ? EventType switch
            {
                "checkout.session.completed" or "customer.subscription.updated" => Check(context, answer, subscription.Tier == Tier, $"the plan {Tier}"),
                "invoice.payment_succeeded" => Check(context, answer, subscription.Status == "active" && subscription.Tier == Tier, $"an active {Tier}"),
                "customer.subscription.deleted" => Check(context, answer, subscription.Tier == "free", "the plan free"),
                _ => true,
            }
            : Check(context, answer, false, "a subscription");
    }

    private bool Check(ActionContext context, CallRecord shown, bool holds, string what)
    {
        if (!(shown.Succeeded && holds))
        {
            var instead = shown.Succeeded ? Tiers.In(shown.Value) is { } tier ? $" but the plan {tier}" : "" : $": {shown.Unreadable ?? $"it answered {shown.Status}"}";
            context.Complain($"PropIQ took {EventType}, but does not show {what} afterwards{instead}.");
            return false;
        }

        return true;
    }
}
