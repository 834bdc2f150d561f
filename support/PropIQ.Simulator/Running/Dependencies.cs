using PropIQ.Simulator.Actions;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Running;

/// <summary>Finds what an action depends on and what did not happen: said by <c>requires</c>, or by the nature of the thing.</summary>
internal static class Dependencies
{
    /// <summary>Why the action cannot be expected to work; null when nothing is in its way.</summary>
    public static string? Missing(PlannedAction planned, Visitor visitor, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done) =>
        Named(planned, done) ?? SessionNeeded(planned, visitor, plan, done) ?? Checkout(planned, plan, done) ?? Plan(planned, plan, done) ?? Usage(planned, plan, done) ?? Analyses(planned, visitor, plan, done);

    /// <summary>For a refusal that an upgrade would have prevented, had it not been skipped.</summary>
    public static string? SkippedUpgrade(PlannedAction planned, IReadOnlyList<CallRecord> judged, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done) =>
        !planned.Expected.WantsRefusal && judged.Any(call => call.Code is "usage_limit_reached" or "export_requires_paid_plan" or "checkout_required")
            ? Before(planned, plan).Where(earlier => earlier.Act is StripeWebhookAction { Upgrades: true }).Select(earlier => Skipped(earlier, done)).FirstOrDefault(why => why is not null)
            : null;

    private static string? Named(PlannedAction planned, IReadOnlyList<ActionOutcome> done)
    {
        foreach (var name in planned.Requires)
        {
            var latest = done.LastOrDefault(outcome => outcome.Names.Contains(name));
            if (latest is { Completed: false })
            {
                return $"depends on {name}, which {(latest.Kind == OutcomeKind.Skipped ? "was skipped" : "failed")}";
            }
        }

        return null;
    }

    private static string? SessionNeeded(PlannedAction planned, Visitor visitor, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done)
    {
        if (!planned.Act.NeedsSession || visitor.Session is not null)
        {
            return null;
        }

        var opening = Before(planned, plan).LastOrDefault(earlier => earlier.Act is SignUpAction or LogInAction);
        return opening is null ? null
            : Skipped(opening, done) ?? (done.Any(outcome => outcome.Number == opening.Number && outcome.Failed) ? $"depends on {opening.Name}, which failed" : null);
    }

    private static string? Checkout(PlannedAction planned, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done) =>
        planned.Act is StripeWebhookAction { EventType: "checkout.session.completed" } webhook
            ? Before(planned, plan).Where(earlier => earlier.Act is CreateCheckoutSessionAction checkout && checkout.Tier == webhook.Tier) is var checkouts
                && checkouts.Any() && checkouts.All(checkout => Skipped(checkout, done) is not null) ? Skipped(checkouts.Last(), done) : null
            : null;

    private static string? Plan(PlannedAction planned, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done) =>
        planned.Expected.Tier is not { } tier ? null
            : Before(planned, plan).LastOrDefault(earlier =>
                (earlier.Act is StripeWebhookAction { Upgrades: true } webhook && webhook.Tier == tier)
                || (earlier.Act is ChangePlanAction change && change.Tier == tier)) is { } upgrade ? Skipped(upgrade, done) : null;

    /// <summary>What is expected of usage presumes the analyses before.</summary>
    private static string? Usage(PlannedAction planned, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done) =>
        planned.Act.Analyses > 0 && (planned.Expected.Warning is not null || planned.Expected.Statuses is [429])
            ? Before(planned, plan).Where(earlier => earlier.Act.Analyses > 0).Select(earlier => Skipped(earlier, done)).FirstOrDefault(why => why is not null)
            : null;

    private static string? Analyses(PlannedAction planned, Visitor visitor, IReadOnlyList<PlannedAction> plan, IReadOnlyList<ActionOutcome> done) =>
        planned.Act is ComparePropertiesAction compare && compare.Needs > visitor.AnalysisIds.Count
            ? Before(planned, plan).Where(earlier => earlier.Act.Analyses > 0).Select(earlier => Skipped(earlier, done)).FirstOrDefault(why => why is not null)
            : null;

    private static IEnumerable<PlannedAction> Before(PlannedAction planned, IReadOnlyList<PlannedAction> plan) => plan.Where(earlier => earlier.Number < planned.Number);

    private static string? Skipped(PlannedAction earlier, IReadOnlyList<ActionOutcome> done) =>
        done.Any(outcome => outcome.Number == earlier.Number && outcome.Kind == OutcomeKind.Skipped) ? $"depends on {earlier.Name}, which was skipped" : null;
}
