using System.CommandLine;

namespace PropIQ.Sandbox.Commands;

/// <summary>A customer's next period begins, and is charged.</summary>
internal static class RenewCommand
{
    public static Command Create(Screen screen)
    {
        var email = Connected.Needed("--email", "The customer's e-mail.");
        var card = new Option<string?>("--card") { Description = "Another test card than the one on file." };
        return Connected.Command("renew", "Begins a customer's next period and charges it.", [email, card], async (parsed, director, cancellationToken) =>
        {
            var who = parsed.GetValue(email)!;
            var subscription = await director.Stripe.SubscriptionAsync(who, cancellationToken);
            var outcome = await director.Stripe.RenewAsync(subscription.Id, parsed.GetValue(card), cancellationToken);
            await screen.TellAsync(director.Stripe, who, outcome, cancellationToken);
        });
    }
}
