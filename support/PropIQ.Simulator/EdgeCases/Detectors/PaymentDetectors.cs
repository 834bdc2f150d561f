using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>Checkouts, payments, changes of plan.</summary>
internal static class PaymentDetectors
{
    private const string Completed = "checkout.session.completed";

    public static readonly Detector[] All =
    [
        new("successful_checkout", evidence => evidence.Effective(Completed)
            .Where(paid => evidence.Calls.Any(call => call is { Succeeded: true, Value: CheckoutSession } && call.ActionNumber < paid.ActionNumber))
            .Proof(paid => $"the checkout for {paid.Tier} was paid, and PropIQ shows {paid.Tier}")),

        new("stripe_payment_failure_insufficient_funds", evidence => Failures(evidence)
            .Proof(failed => $"PropIQ took invoice.payment_failed ({failed.FailureReason}), keeps the plan and shows the payment's failure")),

        new("payment_retry_after_failure", evidence => Failures(evidence)
            .SelectMany(failed => evidence.Effective(Completed).Where(paid => paid.ActionNumber > failed.ActionNumber))
            .Proof(paid => $"after the failed payment the next one went through, and PropIQ shows {paid.Tier}")),

        new("stripe_webhook_duplicate_event", evidence => evidence.Deliveries
            .Where(delivery => delivery is { EventType: Completed, Accepted: true, Confirmed: true, Statuses.Count: > 1 })
            .Where(_ => evidence.Heard is { } heard && heard.Slack.Count(message => message.Contains("new signup", StringComparison.OrdinalIgnoreCase)) == Distinct(evidence))
            .Proof(delivery => $"the same {delivery.EventType} was delivered {delivery.Statuses.Count} times, accepted each time, and took effect once")),

        new("tier_upgrade_mid_session", evidence => Upgrades(evidence, mustBePaid: true)
            .Where(upgrade => evidence.Analyses().Any(analysis => analysis.Call.Session == upgrade.Session && analysis.Call.ActionNumber > upgrade.ActionNumber))
            .Proof(upgrade => $"upgraded to {upgrade.Tier} and went on analysing in the same session")),

        new("mid_month_tier_upgrade", evidence => Upgrades(evidence, mustBePaid: false)
            .Where(upgrade => upgrade.UserTime.UtcDateTime.Day > 1 && KeptUsage(evidence, upgrade) is not null)
            .Proof(upgrade => $"upgraded to {upgrade.Tier} on day {upgrade.UserTime.UtcDateTime.Day} of the month, {KeptUsage(evidence, upgrade)}")),

        new("downgrade_with_data_loss_warning", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Request: PlanOrder { Confirm: not true }, Value: PlanChange { Status: "confirmation_required", Warnings.Count: > 0 } })
            .Where(call => evidence.Calls.Where(later => later.Exchange.StartedAt >= call.EndedAt).Select(later => Tiers.In(later.Value)).FirstOrDefault(tier => tier is not null) is { } kept
                && kept != ((PlanOrder)call.Request!).Tier)
            .Proof(call => $"change-plan asked first: \"{((PlanChange)call.Value!).Warnings![0]}\", and nothing changed")),

        new("price_shopping_no_conversion", evidence =>
        {
            var looked = evidence.Calls.LastOrDefault(call => call is { Succeeded: true, Value: PriceList });
            var tier = looked is null ? null : evidence.Calls.Where(call => call.Exchange.StartedAt >= looked.EndedAt).Select(call => Tiers.In(call.Value)).LastOrDefault(name => name is not null);
            return tier == "free" && evidence.Deliveries.Count == 0 && evidence.Calls.All(call => Tiers.In(call.Value) is null or "free")
                ? $"looked at the prices at {Looking.At(looked!)}, and PropIQ still shows free"
                : null;
        }),
    ];

    private static IEnumerable<WebhookDelivery> Failures(Evidence evidence) => evidence.Effective("invoice.payment_failed")
        .Where(failed => failed.FailureReason?.Replace(' ', '_').Contains("insufficient_funds", StringComparison.OrdinalIgnoreCase) == true)
        .Where(failed => TierBefore(evidence, failed) is not { } before || TierAfter(evidence, failed) == before);

    private static IEnumerable<WebhookDelivery> Upgrades(Evidence evidence, bool mustBePaid) => evidence.Effective(Completed)
        .Where(paid => TierBefore(evidence, paid) is { } before && before != paid.Tier && (!mustBePaid || before != "free"));

    private static string? TierBefore(Evidence evidence, WebhookDelivery delivery) =>
        evidence.Calls.Where(call => call.ActionNumber < delivery.ActionNumber && call.Succeeded).Select(call => Tiers.In(call.Value)).LastOrDefault(tier => tier is not null);

    private static string? TierAfter(Evidence evidence, WebhookDelivery delivery) =>
        evidence.Calls.Where(call => call.ActionNumber >= delivery.ActionNumber && call.Succeeded).Select(call => Tiers.In(call.Value)).FirstOrDefault(tier => tier is not null);

    /// <summary>The count went on where it was, under a higher limit.</summary>
    private static string? KeptUsage(Evidence evidence, WebhookDelivery upgrade)
    {
        var usages = evidence.Calls.Select(call => (call.ActionNumber, Usage: Looking.UsageIn(call))).Where(reading => reading.Usage is { Used: not null, Limit: not null }).ToList();
        var before = usages.LastOrDefault(reading => reading.ActionNumber < upgrade.ActionNumber).Usage;
        var after = usages.FirstOrDefault(reading => reading.ActionNumber > upgrade.ActionNumber).Usage;
        return before is not null && after is not null && after.Used >= before.Used && after.Limit > before.Limit
            ? $"usage kept ({before.Used} of {before.Limit}, then {after.Used} of {after.Limit})"
            : null;
    }

    private static int Distinct(Evidence evidence) => evidence.Deliveries.Count(delivery => delivery.EventType == Completed);
}
