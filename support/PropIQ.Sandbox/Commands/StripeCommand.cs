using System.CommandLine;

namespace PropIQ.Sandbox.Commands;

/// <summary>Stripe tells PropIQ something.</summary>
internal static class StripeCommand
{
    public static Command Create(Screen screen)
    {
        var type = new Argument<string>("event") { Description = "Such as customer.subscription.deleted." };
        var email = Connected.Needed("--email", "The customer's e-mail.");
        var tier = new Option<string>("--tier") { Description = "The plan that it is about.", DefaultValueFactory = _ => "starter" };
        var amount = new Option<decimal>("--amount") { Description = "Dollars.", DefaultValueFactory = _ => 69 };
        var reason = new Option<string?>("--reason") { Description = "Why a payment failed: Stripe's decline code." };
        return new Command("stripe", "Has Stripe do something.")
        {
            Connected.Command("send", "Sends an event, signed, once; what it tells of happens at Stripe first.", [type, email, tier, amount, reason], async (parsed, director, cancellationToken) =>
                await screen.TellAsync(await director.Stripe.SendAsync(
                    parsed.GetValue(email)!, parsed.GetValue(type)!, parsed.GetValue(tier)!, parsed.GetValue(amount), parsed.GetValue(reason), cancellationToken))),
        };
    }
}
