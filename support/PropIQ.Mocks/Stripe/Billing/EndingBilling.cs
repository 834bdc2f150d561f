using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Subscriptions that end. Canceled is final.</summary>
internal sealed class EndingBilling(StripeWorld world)
{
    /// <summary>Ends a subscription at once.</summary>
    public Happening Now(Subscription subscription, Cause? cause = null) =>
        End(subscription, world.Now(world.Get<Customer>(subscription.CustomerId)), cause);

    /// <summary>Ends a subscription whose cancellation was asked for earlier.</summary>
    public Happening AtPeriodEnd(Subscription subscription) => End(subscription, subscription.PeriodEnd, cause: null);

    private Happening End(Subscription subscription, DateTimeOffset at, Cause? cause)
    {
        subscription.Status = "canceled";
        subscription.CanceledAt ??= at;
        subscription.EndedAt = at;
        foreach (var invoice in world.All<Invoice>().Where(invoice => invoice.SubscriptionId == subscription.Id && invoice.Status == "open"))
        {
            // Nobody is charged any more for what has ended.
            invoice.NextAttempt = null;
        }

        var ledger = world.Ledger(world.Get<Customer>(subscription.CustomerId));
        return new Happening(ledger.Email, [EventComposer.Record(ledger, "customer.subscription.deleted", subscription.ToJson(), cause)]);
    }
}
