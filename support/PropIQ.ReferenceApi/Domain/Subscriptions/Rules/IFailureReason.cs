using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

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
    private const string Unexplained = "The payment failed";

    /// <inheritdoc />
    public string Of(StripeInvoice invoice)
    {
        var sentence = string.IsNullOrWhiteSpace(invoice.FailureMessage) ? Unexplained : invoice.FailureMessage.Trim().TrimEnd('.');
        return string.IsNullOrWhiteSpace(invoice.FailureCode) ? sentence : $"{sentence} ({invoice.FailureCode.Trim()})";
    }
}
