using System.CommandLine;

namespace PropIQ.Sandbox.Commands;

/// <summary>A customer's payment fails.</summary>
internal static class FailPaymentCommand
{
    public static Command Create(Screen screen)
    {
        var email = Connected.Needed("--email", "The customer's e-mail.");
        var reason = new Option<string>("--reason") { Description = "Stripe's decline code.", DefaultValueFactory = _ => "card_declined" };
        return Connected.Command("fail-payment", "Has a customer's payment fail.", [email, reason], async (parsed, director, cancellationToken) =>
        {
            var who = parsed.GetValue(email)!;
            await director.Stripe.FailPaymentAsync(who, parsed.GetValue(reason)!, cancellationToken);

            // What was sent last may be older news, tried again meanwhile.
            await screen.TellAsync((await director.Stripe.DeliveriesAsync(who, cancellationToken)).Last(attempt => attempt.Type == "invoice.payment_failed"));
        });
    }
}
