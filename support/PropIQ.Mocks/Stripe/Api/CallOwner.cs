using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>Tells whose call it is, by whatever the path or the parameters name: a customer, an e-mail, a session, a subscription, an invoice.</summary>
internal static class CallOwner
{
    private static readonly string[] Ids = ["customer", "subscription", "invoice"];
    private static readonly string[] Emails = ["email", "customer_email"];

    public static CustomerLedger? Of(ApiCall call, StripeWorld world)
    {
        var named = call.Path.Concat(Ids.Select(name => call.Form.Text(name)));
        var email = named.Select(id => world.EmailOf(world.Find(id))).FirstOrDefault(found => found is not null)
            ?? Emails.Select(name => call.Form.Text(name)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        return email is null ? null : world.Ledger(email);
    }
}
