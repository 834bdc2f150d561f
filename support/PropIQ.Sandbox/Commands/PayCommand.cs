using System.CommandLine;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Commands;

/// <summary>A customer pays the checkout that PropIQ opened for them.</summary>
internal static class PayCommand
{
    private const string CardThatPays = "4242424242424242";

    public static Command Create(Screen screen)
    {
        var email = Connected.Needed("--email", "The customer's e-mail.");
        var card = new Option<string>("--card") { Description = "One of Stripe's test cards.", DefaultValueFactory = _ => CardThatPays };
        return Connected.Command("pay", "Has a customer pay their open checkout.", [email, card], async (parsed, director, cancellationToken) =>
        {
            var who = parsed.GetValue(email)!;
            var checkout = await director.Stripe.OpenCheckoutAsync(who, cancellationToken);
            var outcome = await director.Stripe.PayAsync(checkout.Id, parsed.GetValue(card)!, Delivery.InOrder, cancellationToken);
            await screen.TellAsync(director.Stripe, who, outcome, cancellationToken);
        });
    }
}
