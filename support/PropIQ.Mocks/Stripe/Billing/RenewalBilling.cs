using PropIQ.Mocks.Stripe.Clock;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Periods that end and begin. The clock is left alone: the director says when a renewal happens.</summary>
internal sealed class RenewalBilling(StripeWorld world, Invoicing invoicing, EndingBilling ending)
{
    /// <summary>
    /// The next period begins and is charged; one that is to be canceled at its period's end ends instead, and one whose
    /// last renewal was not paid has that very invoice charged again. <paramref name="cents"/> replaces the price.
    /// </summary>
    public Happening Renew(string subscriptionId, TestCard? given, long? cents = null)
    {
        var subscription = Running(subscriptionId);
        if (subscription.CancelAtPeriodEnd)
        {
            return ending.AtPeriodEnd(subscription);
        }

        var customer = world.Get<Customer>(subscription.CustomerId);
        PutOnFile(customer, given);
        var decline = given is null
            ? customer.Card?.Card.Charge(atCheckout: false, customer.Card.SetUp)
            : given.Charge(atCheckout: false, setUp: false);
        var before = subscription.ToJson();
        var invoice = Unpaid(subscription) ?? NextInvoice(subscription, cents);
        Advance(subscription, invoice);
        return Collect(subscription, invoice, decline, before);
    }

    /// <summary>A charge for the next period fails; the period itself stays.</summary>
    public Happening Fail(Subscription subscription, Decline decline, long? cents = null)
    {
        var before = subscription.ToJson();
        var invoice = Unpaid(subscription) ?? NextInvoice(subscription, cents);
        return Collect(subscription, invoice, decline, before);
    }

    /// <summary>Charges an invoice, and tells of it and of what it does to the subscription.</summary>
    public Happening Collect(Subscription subscription, Invoice invoice, Decline? decline, System.Text.Json.Nodes.JsonObject before, Cause? cause = null)
    {
        // Nothing due is nothing that a bank could decline.
        decline = invoice.AmountDue == 0 ? null : decline;
        invoicing.Attempt(invoice, decline);
        subscription.Status = decline is null ? "active" : "past_due";
        var ledger = world.Ledger(world.Get<Customer>(subscription.CustomerId));
        var after = subscription.ToJson();
        var events = new List<StripeEvent>
        {
            EventComposer.Record(ledger, "customer.subscription.updated", after, cause, StripeJson.Previous(before, after)),
        };
        if (decline is not null)
        {
            events.Add(EventComposer.Record(ledger, "payment_intent.payment_failed", invoice.Payment!.ToJson(), cause));
        }

        var type = decline is null ? "invoice.payment_succeeded" : "invoice.payment_failed";
        events.Add(EventComposer.Record(ledger, type, invoice.ToJson(reveal: true), cause));
        return new Happening(ledger.Email, events, decline, invoice.AmountDue, decline is null);
    }

    private Subscription Running(string subscriptionId)
    {
        var subscription = world.Find<Subscription>(subscriptionId) ?? throw new ArgumentException($"There is no subscription '{subscriptionId}'.", nameof(subscriptionId));
        return subscription.IsLive ? subscription : throw new InvalidOperationException($"Subscription '{subscriptionId}' is {subscription.Status}: it does not renew.");
    }

    private Invoice? Unpaid(Subscription subscription) => world.All<Invoice>().LastOrDefault(invoice =>
        invoice.SubscriptionId == subscription.Id && invoice is { Status: "open", BillingReason: "subscription_cycle" });

    private Invoice NextInvoice(Subscription subscription, long? cents)
    {
        var end = BillingMonths.Next(subscription.Anchor, subscription.PeriodEnd);
        var lines = Invoicing.WholePeriod(subscription, subscription.PeriodEnd, end, cents);
        lines.AddRange(subscription.PendingLines);
        subscription.PendingLines.Clear();
        return invoicing.Issue(subscription, "subscription_cycle", lines, subscription.PeriodStart, subscription.PeriodEnd);
    }

    private static void Advance(Subscription subscription, Invoice invoice)
    {
        var paidFor = invoice.Lines[0];
        if (paidFor.Start >= subscription.PeriodEnd)
        {
            (subscription.PeriodStart, subscription.PeriodEnd) = (paidFor.Start, paidFor.End);
        }
    }

    // Cards that every bank declines cannot be attached either.
    private static void PutOnFile(Customer customer, TestCard? card)
    {
        if (card is not null && card.Behaviour != CardBehaviour.Declines)
        {
            customer.Card = new CardOnFile(StripeIds.PaymentMethod(), card, SetUp: false);
        }
    }
}
