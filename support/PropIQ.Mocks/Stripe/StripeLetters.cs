using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe;

/// <summary>A checkout that was paid: the session that PropIQ opened, and for whom. In dollars.</summary>
public sealed record PaidCheckout(string SessionId, string Email, string? UserId, string Tier, decimal AmountUsd);

/// <summary>
/// Events in Stripe's own form for a PropIQ whose Stripe cannot be directed, but whose signing secret is known: whoever has
/// that can speak in Stripe's name.
/// </summary>
public static class StripeLetters
{
    /// <summary>The body of <c>checkout.session.completed</c> for a new customer with a new subscription.</summary>
    public static string CheckoutCompleted(PaidCheckout paid, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var cents = (long)Math.Round(paid.AmountUsd * 100, MidpointRounding.AwayFromZero);
        var metadata = new Dictionary<string, string> { ["tier"] = paid.Tier, ["user_id"] = paid.UserId ?? "" };
        var session = new CheckoutSession(paid.SessionId, now, new Price($"price_{paid.Tier}", paid.Tier, cents, now))
        {
            AmountTotal = cents,
            CustomerId = StripeIds.Customer(),
            CustomerEmail = paid.Email,
            ClientReferenceId = paid.UserId,
            Metadata = metadata,
            SubscriptionMetadata = metadata,
            SubscriptionId = StripeIds.Subscription(),
            InvoiceId = StripeIds.Invoice(),
            Status = "complete",
            PaymentStatus = "paid",
            Url = "",
            ExpiresAt = now.AddHours(24),
        };
        return EventComposer.Record(new CustomerLedger(paid.Email, time), "checkout.session.completed", session.ToJson()).Json;
    }

    /// <summary>The <c>Stripe-Signature</c> of a body, as Stripe makes it.</summary>
    public static string Sign(string body, string secret, DateTimeOffset now) => EventSigner.Sign(body, secret, now, new Signing()).Signature!;
}
