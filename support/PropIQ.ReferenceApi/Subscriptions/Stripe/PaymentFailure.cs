using System.Text.Json;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>Finds the reason for a failed payment in an invoice: where it is depends on the API version and on what is expanded.</summary>
internal static class PaymentFailure
{
    /// <summary>The most telling code (the bank's before Stripe's) and the sentence that goes with it.</summary>
    public static (string? Code, string? Message) Of(JsonElement invoice)
    {
        foreach (var error in Errors(invoice))
        {
            if ((error.Text("decline_code") ?? error.Text("code")) is { Length: > 0 } code)
            {
                return (code, error.Text("message"));
            }
        }

        return invoice.Text("charge", "failure_code") is { Length: > 0 } failure
            ? (invoice.Text("charge", "outcome", "reason") ?? failure, invoice.Text("charge", "failure_message"))
            : (invoice.Text("metadata", "failure_reason"), null);
    }

    private static IEnumerable<JsonElement> Errors(JsonElement invoice) =>
    [
        invoice.At("last_payment_error"),
        invoice.At("payment_intent", "last_payment_error"),
        .. invoice.Data("payments").Select(payment => payment.At("payment", "payment_intent", "last_payment_error")),
        invoice.At("last_finalization_error"),
    ];
}
