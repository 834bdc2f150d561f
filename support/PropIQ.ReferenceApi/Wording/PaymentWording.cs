using System.Globalization;
using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Wording;

/// <summary>Words about money that the contract leaves to us: amounts in notices, reasons of failures, the number of a noun.</summary>
internal static class PaymentWording
{
    private const string Unexplained = "The payment failed";

    /// <summary>"$99.00"; the plan's price where Stripe did not say how many cents were paid.</summary>
    public static string Dollars(long? cents, Tier tier) =>
        "$" + (cents / 100m ?? Plan.Of(tier).Price).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Stripe's sentence, if it sent one, and the bank's code: "Your card has insufficient funds (insufficient_funds)".</summary>
    public static string Reason(string? message, string? code)
    {
        var sentence = string.IsNullOrWhiteSpace(message) ? Unexplained : message.Trim().TrimEnd('.');
        return string.IsNullOrWhiteSpace(code) ? sentence : $"{sentence} ({code.Trim()})";
    }

    /// <summary>"1 analysis", "27 analyses".</summary>
    public static string Analyses(int number) => number == 1 ? "1 analysis" : $"{number} analyses";
}
