using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>
/// Money arrived: nothing is owed any more, and a renewal begins its period (clause 5.8). A renewal of a period later than
/// any known begins it even if newer things are known of the subscription, though not of a payment: the customer paid for it.
/// </summary>
public sealed class InvoicePaidRule(ICurrentSubscription currents, IEventOrder order, IRenewals renewals) : IHappeningRule<InvoicePaid>
{
    /// <inheritdoc />
    public AccountChange Decide(AccountState account, InvoicePaid happening)
    {
        if (currents.Concerned(account, happening.SubscriptionId) is not { } current)
        {
            return AccountChange.Nothing(account);
        }

        var old = order.IsOldNews(happening, current);
        var begins = renewals.BeginsPeriod(happening.Invoice, current) && !order.IsOldPayment(happening, current);
        if (old && !begins)
        {
            return AccountChange.Nothing(account);
        }

        var after = old ? account : Settled(account, current, happening);
        return new AccountChange(begins ? InPeriod(after, happening.Invoice) : after)
        {
            BeginsPeriod = begins ? happening.Invoice.PeriodStart : null,
            Notices = renewals.IsRenewal(happening.Invoice)
                ? [new Notice.RecurringPayment(account.Email, current.Tier, happening.Invoice.AmountPaid)]
                : [],
        };
    }

    private static AccountState Settled(AccountState account, SubscriptionState current, InvoicePaid happening) => account with
    {
        LastPaymentError = null,
        Current = current with { Status = SubscriptionStatus.Active, PaymentKnownAt = happening.Created },
    };

    private static AccountState InPeriod(AccountState account, StripeInvoice invoice)
    {
        var start = invoice.PeriodStart!.Value;
        var current = account.Current!;

        // Stripe may have told of a later period by an update already.
        var end = new[] { invoice.PeriodEnd!.Value, current.PeriodEnd }.Max();
        return account with { Current = current with { PeriodStart = start, PeriodEnd = end, CountedFrom = start } };
    }
}
