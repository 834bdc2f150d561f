using PropIQ.Mocks.Stripe.Objects;

namespace PropIQ.Mocks.Stripe.State;

/// <summary>Objects as the director sees them.</summary>
internal static class Views
{
    public static StripeSubscription Of(Subscription subscription) => new(
        subscription.Id,
        subscription.CustomerId,
        subscription.Tier,
        subscription.Status,
        subscription.PeriodStart,
        subscription.PeriodEnd,
        subscription.CancelAtPeriodEnd);

    /// <summary>All that is under an e-mail, over several customers if PropIQ made several; the id is the newest one's.</summary>
    public static StripeCustomer? Of(StripeWorld world, string email)
    {
        var customers = world.Customers(email);
        if (customers.Count == 0)
        {
            return null;
        }

        var now = world.Ledger(email).Clock.Now;
        return new StripeCustomer(
            customers[^1].Id,
            customers[^1].Email!,
            [.. customers.SelectMany(world.Subscriptions).OrderBy(WasPaid).Select(Of)],
            [.. world.Sessions(email).Select(session => Of(session, now))]);
    }

    // Oldest first, but what was never paid for before all that was: the last one is the one that counts.
    private static bool WasPaid(Subscription subscription) => subscription.Status is not ("incomplete" or "incomplete_expired");

    private static StripeCheckout Of(CheckoutSession session, DateTimeOffset now) => new(
        session.Id,
        session.Price.Tier,
        session.Status == "open" && !session.IsOpenAt(now) ? "expired" : session.Status,
        session.PaymentStatus,
        session.AmountTotal / 100m);
}
