using System.Text.Json.Nodes;
using PropIQ.Mocks.Stripe.Api;
using PropIQ.Mocks.Stripe.Clock;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>What an update asks of one item: another price or quantity for the one with <paramref name="Id"/>, its removal, or (without an id) one more item.</summary>
internal sealed record ItemChange(string? Id, Price? Price, int? Quantity, bool Deleted);

/// <summary>What an update asks of a subscription; null members stay as they are.</summary>
internal sealed record PlanChange
{
    public IReadOnlyList<ItemChange> Items { get; init; } = [];

    public bool? CancelAtPeriodEnd { get; init; }

    /// <summary>create_prorations (on the next invoice), always_invoice (at once) or none.</summary>
    public string Proration { get; init; } = "create_prorations";

    /// <summary>A new period begins at once.</summary>
    public bool AnchorNow { get; init; }

    /// <summary>A payment that fails undoes the change, instead of leaving the subscription past due.</summary>
    public bool ErrorIfIncomplete { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>Changes to a running subscription, and what they cost.</summary>
internal sealed class PlanBilling(StripeWorld world, RenewalBilling renewals, Invoicing invoicing)
{
    public Happening Change(Subscription subscription, PlanChange change, Cause? cause = null)
    {
        var customer = world.Get<Customer>(subscription.CustomerId);
        var now = world.Now(customer);
        var items = SubscriptionItems.Apply(subscription, change.Items, now);
        var lines = Prorations.Lines(subscription, items, change, now);
        var invoicesNow = lines.Count > 0 && (change.Proration == "always_invoice" || change.AnchorNow);
        var decline = customer.Card?.Card.Charge(atCheckout: false, customer.Card.SetUp);
        if (invoicesNow && change.ErrorIfIncomplete && decline is not null && lines.Sum(line => line.Cents) + customer.Balance > 0)
        {
            throw StripeRefusal.Declined(decline);
        }

        var before = subscription.ToJson();
        Apply(subscription, change, items, now);
        if (invoicesNow)
        {
            var invoice = invoicing.Issue(subscription, "subscription_update", lines, subscription.PeriodStart, now);
            return renewals.Collect(subscription, invoice, decline, before, cause);
        }

        subscription.PendingLines.AddRange(lines);
        return Tell(subscription, before, cause);
    }

    private Happening Tell(Subscription subscription, JsonObject before, Cause? cause)
    {
        var ledger = world.Ledger(world.Get<Customer>(subscription.CustomerId));
        var after = subscription.ToJson();
        var previous = StripeJson.Previous(before, after);
        return new Happening(ledger.Email, previous.Count == 0 ? [] : [EventComposer.Record(ledger, "customer.subscription.updated", after, cause, previous)]);
    }

    private static void Apply(Subscription subscription, PlanChange change, IReadOnlyList<SubscriptionItem> items, DateTimeOffset now)
    {
        subscription.Items.Clear();
        subscription.Items.AddRange(items);
        if (change.CancelAtPeriodEnd is { } cancel)
        {
            subscription.CanceledAt = cancel ? subscription.CanceledAt ?? now : null;
            subscription.CancelAtPeriodEnd = cancel;
        }

        if (change.AnchorNow)
        {
            (subscription.Anchor, subscription.PeriodStart, subscription.PeriodEnd) = (now, now, BillingMonths.Next(now, now));
        }

        MetadataChange.Apply(subscription.Metadata, change.Metadata);
    }
}
