using PropIQ.Mocks.Stripe.Clock;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>What a change of plan in mid-period costs: the unused time of the old items back, the remaining time of the new ones on top, by the second.</summary>
internal static class Prorations
{
    public static IReadOnlyList<InvoiceLine> Lines(Subscription subscription, IReadOnlyList<SubscriptionItem> items, PlanChange change, DateTimeOffset now)
    {
        var gone = subscription.Items.Except(items).ToList();
        var come = items.Except(subscription.Items).ToList();
        var lines = new List<InvoiceLine>();
        if (change.AnchorNow)
        {
            // The whole former period ends here and a whole new one begins.
            lines.AddRange(items.Select(item => Line(item, item.Price.Cents * item.Quantity, now, BillingMonths.Next(now, now), "", proration: false)));
            gone = [.. subscription.Items];
            come = [];
        }

        if (change.Proration == "none")
        {
            return lines;
        }

        var left = Left(subscription, now);
        lines.AddRange(gone.Select(item => Line(item, -Part(item, left), now, subscription.PeriodEnd, "Unused time on ")));
        lines.AddRange(come.Select(item => Line(item, Part(item, left), now, subscription.PeriodEnd, "Remaining time on ")));
        return lines;
    }

    private static decimal Left(Subscription subscription, DateTimeOffset now)
    {
        var whole = (decimal)(subscription.PeriodEnd - subscription.PeriodStart).TotalSeconds;
        var left = (decimal)(subscription.PeriodEnd - now).TotalSeconds;
        return whole <= 0 ? 0 : Math.Clamp(left / whole, 0, 1);
    }

    private static long Part(SubscriptionItem item, decimal left) =>
        (long)Math.Round(item.Price.Cents * item.Quantity * left, MidpointRounding.AwayFromZero);

    private static InvoiceLine Line(SubscriptionItem item, long cents, DateTimeOffset start, DateTimeOffset end, string what, bool proration = true) =>
        new(StripeIds.InvoiceLine(), item.Price, item.Quantity, cents, start, end, proration, $"{what}PropIQ {item.Price.Tier}");
}
