using PropIQ.Client;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using PropIQ.Targets;

namespace PropIQ.Drivers.Payments;

/// <summary>Speaks to PropIQ in Stripe's name, with the secret that signs webhooks, where Stripe itself cannot be directed.</summary>
public sealed class StripesVoice(PropIqUnderTest propIq, Asking asking, Cast cast)
{
    /// <summary>A stranger to the secret tells that the person's checkout was paid, without a signature.</summary>
    public Task PretendPaidAsync(Actor actor, PromisedPlan plan, CancellationToken cancellationToken)
    {
        var body = StripeLetters.CheckoutCompleted(new PaidCheckout("cs_test_pretended", actor.Email, actor.UserId?.Text, plan.Tier, plan.Price), TimeProvider.System);
        return asking.TryAsync(actor, "speak in Stripe's name", client => client.SendWebhookAsync(body, null, cancellationToken), cancellationToken);
    }

    /// <summary>Tells that a checkout was paid; PropIQ has to take it (contract, 5.4).</summary>
    /// <exception cref="MissingCapabilityException">The secret is not known.</exception>
    public async Task TellPaidAsync(Actor actor, PromisedPlan plan, string sessionId, CancellationToken cancellationToken)
    {
        var secret = PropIqUnderTest.Need(propIq.WebhookSecret, Capability.WebhookSecret);
        var body = StripeLetters.CheckoutCompleted(new PaidCheckout(sessionId, actor.Email, actor.UserId?.Text, plan.Tier, plan.Price), TimeProvider.System);
        using var client = cast.Connect();
        var answer = await client.SendWebhookAsync(body, StripeLetters.Sign(body, secret, DateTimeOffset.UtcNow), cancellationToken);
        new Attempt<Nothing>("tell PropIQ in Stripe's name that a checkout was paid", answer).ShouldSucceed();
    }
}
