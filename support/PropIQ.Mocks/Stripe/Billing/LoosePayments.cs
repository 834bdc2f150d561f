using PropIQ.Mocks.Stripe.Clock;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Payments outside a checkout's or a renewal's course: failures on demand, and states to begin with.</summary>
internal sealed class LoosePayments(StripeWorld world, Invoicing invoicing, RenewalBilling renewals)
{
    /// <summary>A payment fails: for the running subscription, or else for an invoice that belongs to none.</summary>
    public Happening Fail(string email, Decline decline, long? cents = null)
    {
        if (world.Current(email) is { } current)
        {
            return renewals.Fail(current, decline, cents);
        }

        var customer = world.CustomerFor(email);
        var ledger = world.Ledger(customer);
        var wanted = world.Sessions(email).LastOrDefault()?.AmountTotal ?? world.PriceOf("starter").Cents;
        var invoice = invoicing.IssueManual(customer, cents ?? wanted);
        invoicing.Attempt(invoice, decline);
        return new Happening(ledger.Email,
        [
            EventComposer.Record(ledger, "payment_intent.payment_failed", invoice.Payment!.ToJson()),
            EventComposer.Record(ledger, "invoice.payment_failed", invoice.ToJson(reveal: true)),
        ],
        decline, invoice.AmountDue);
    }

    /// <summary>An active subscription whose current period is paid for; nothing is told of it.</summary>
    public Subscription Seed(string email, string tier, DateTimeOffset periodStart, DateTimeOffset periodEnd)
    {
        var (start, end) = (CustomerClock.Whole(periodStart), CustomerClock.Whole(periodEnd));
        var price = world.PriceOf(tier);
        var customer = world.CustomerFor(email);
        customer.Card ??= new CardOnFile(StripeIds.PaymentMethod(), TestCard.Good, SetUp: true);
        var subscription = world.Add(new Subscription(StripeIds.Subscription(), start, customer.Id)
        {
            Status = "active",
            PeriodStart = start,
            PeriodEnd = end,
            Anchor = BillingMonths.AnchorOf(start, end),
            DefaultPaymentMethod = customer.Card.Id,
        });
        subscription.Items.Add(new SubscriptionItem(StripeIds.SubscriptionItem(), start, price, 1));
        var invoice = invoicing.Issue(subscription, "subscription_create", Invoicing.WholePeriod(subscription, start, end), start, start);
        invoicing.Attempt(invoice, decline: null);
        return subscription;
    }
}
