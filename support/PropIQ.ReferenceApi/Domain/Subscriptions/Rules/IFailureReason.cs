using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>Why a payment failed, for the profile and for Slack.</summary>
public interface IFailureReason
{
    /// <summary>A sentence with the bank's code in it, e.g. "Your card has insufficient funds (insufficient_funds)".</summary>
    string Of(StripeInvoice invoice);
}

/// <summary>Stripe's sentence, if it sent one, and the code.</summary>
public sealed class FailureReason : IFailureReason
{
    /// <inheritdoc />
    public string Of(StripeInvoice invoice) => PaymentWording.Reason(invoice.FailureMessage, invoice.FailureCode);
}
