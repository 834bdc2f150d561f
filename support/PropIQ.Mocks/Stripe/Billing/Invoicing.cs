using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Makes invoices for subscriptions and charges them.</summary>
internal sealed class Invoicing(StripeWorld world)
{
    // How long Stripe waits before it charges a failed renewal again.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromDays(3);

    /// <summary>The lines for a whole period of a subscription; <paramref name="cents"/> replaces its price.</summary>
    public static List<InvoiceLine> WholePeriod(Subscription subscription, DateTimeOffset start, DateTimeOffset end, long? cents = null) =>
    [
        .. subscription.Items.Select(item => new InvoiceLine(
            StripeIds.InvoiceLine(),
            item.Price,
            item.Quantity,
            cents ?? (item.Price.Cents * item.Quantity),
            start,
            end,
            Proration: false,
            $"{item.Quantity} × PropIQ {item.Price.Tier} (at ${item.Price.Cents / 100m:0.00} / month)")),
    ];

    /// <summary>A finalized, unpaid invoice, with what the customer's balance gives.</summary>
    public Invoice Issue(Subscription subscription, string billingReason, IReadOnlyList<InvoiceLine> lines, DateTimeOffset usageStart, DateTimeOffset usageEnd)
    {
        var customer = world.Get<Customer>(subscription.CustomerId);
        var invoice = world.Add(new Invoice(StripeIds.Invoice(), world.Now(customer), customer.Id)
        {
            CustomerEmail = customer.Email,
            SubscriptionId = subscription.Id,
            SubscriptionMetadata = new Dictionary<string, string>(subscription.Metadata),
            BillingReason = billingReason,
            Lines = lines,
            PeriodStart = usageStart,
            PeriodEnd = usageEnd,
            AppliedBalance = customer.Balance,
        });
        customer.Balance = Math.Min(0, invoice.Total + invoice.AppliedBalance);
        subscription.LatestInvoiceId = invoice.Id;
        return invoice;
    }

    /// <summary>A finalized invoice that belongs to no subscription.</summary>
    public Invoice IssueManual(Customer customer, long cents)
    {
        var now = world.Now(customer);
        var line = new InvoiceLine(StripeIds.InvoiceLine(), null, 1, cents, now, now, Proration: false, "PropIQ");
        return world.Add(new Invoice(StripeIds.Invoice(), now, customer.Id)
        {
            CustomerEmail = customer.Email,
            BillingReason = "manual",
            Lines = [line],
            PeriodStart = now,
            PeriodEnd = now,
        });
    }

    /// <summary>One attempt at collecting: <paramref name="decline"/> is what the bank says, null for yes.</summary>
    public void Attempt(Invoice invoice, Decline? decline)
    {
        var customer = world.Get<Customer>(invoice.CustomerId);
        var now = world.Now(customer);
        if (invoice.AmountDue > 0)
        {
            invoice.Payment ??= world.Add(new PaymentIntent(StripeIds.PaymentIntent(), now, customer.Id, invoice.AmountDue));
            invoice.Payment.Status = decline is null ? "succeeded" : "requires_payment_method";
            invoice.Payment.LastError = decline;
            invoice.AttemptCount++;
        }

        customer.Delinquent = decline is not null;
        if (decline is null)
        {
            (invoice.Status, invoice.PaidAt, invoice.NextAttempt) = ("paid", now, null);
        }
        else if (invoice.BillingReason == "subscription_cycle")
        {
            invoice.NextAttempt = now + RetryInterval;
        }
    }
}
