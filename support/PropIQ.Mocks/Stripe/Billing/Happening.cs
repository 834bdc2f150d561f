using PropIQ.Mocks.Stripe.Objects;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Something that came to pass for a customer: the events that tell of it, in order, and how a payment in it ended.</summary>
internal sealed record Happening(string Email, IReadOnlyList<StripeEvent> Events, Decline? Decline = null, long Cents = 0, bool Paid = false)
{
    public PaymentOutcome ToOutcome() => new(Paid, Decline?.DeclineCode, Cents / 100m, [.. Events.Select(made => made.Id)]);
}
