using System.Globalization;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Commands;

/// <summary>Tells what came of a payment, and how PropIQ took the news of it.</summary>
internal static class Outcomes
{
    public static async Task TellAsync(this Screen screen, IStripeControl stripe, string email, PaymentOutcome outcome, CancellationToken cancellationToken)
    {
        var amount = outcome.AmountUsd.ToString("0.00", CultureInfo.InvariantCulture);
        await screen.Out.WriteLineAsync(outcome.Succeeded ? $"Paid: ${amount}." : $"Not paid: ${amount}, {outcome.DeclineCode}.");
        foreach (var attempt in (await stripe.DeliveriesAsync(email, cancellationToken)).Where(attempt => outcome.EventIds.Contains(attempt.EventId)))
        {
            await screen.TellAsync(attempt);
        }
    }

    public static Task TellAsync(this Screen screen, DeliveryAttempt attempt) =>
        screen.Out.WriteLineAsync($"{attempt.Type}: {(attempt.Status == 0 ? "nobody answered" : $"PropIQ answered {attempt.Status}")}");
}
