using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>Which paid invoices are renewals, and which of them begin a period (clauses 3.10 and 5.8).</summary>
public interface IRenewals
{
    /// <summary>True for a recurring payment; the first invoice and prorations are none.</summary>
    bool IsRenewal(StripeInvoice invoice);

    /// <summary>True when the renewal pays for a period later than any that this subscription has been counted in.</summary>
    bool BeginsPeriod(StripeInvoice invoice, SubscriptionState current);
}

/// <summary>By Stripe's billing reason; a period never begins twice.</summary>
public sealed class Renewals : IRenewals
{
    /// <inheritdoc />
    public bool IsRenewal(StripeInvoice invoice) => invoice.BillingReason == "subscription_cycle";

    /// <inheritdoc />
    public bool BeginsPeriod(StripeInvoice invoice, SubscriptionState current) =>
        IsRenewal(invoice) && invoice.PeriodStart > current.CountedFrom;
}
