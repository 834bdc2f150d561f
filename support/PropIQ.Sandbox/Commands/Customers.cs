using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Commands;

/// <summary>Finds what the mock Stripe holds for a customer.</summary>
internal static class Customers
{
    /// <summary>The newest checkout that is waiting to be paid.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<StripeCheckout> OpenCheckoutAsync(this IStripeControl stripe, string email, CancellationToken cancellationToken) =>
        (await stripe.KnownAsync(email, cancellationToken)).Checkouts.LastOrDefault(checkout => checkout.Status == "open")
            ?? throw new InvalidOperationException($"{email} has no open checkout: have PropIQ create one first (POST /stripe/create-checkout-session).");

    /// <summary>The newest subscription that has not ended.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<StripeSubscription> SubscriptionAsync(this IStripeControl stripe, string email, CancellationToken cancellationToken) =>
        (await stripe.KnownAsync(email, cancellationToken)).Subscriptions.LastOrDefault(subscription => subscription.Status is not ("canceled" or "incomplete_expired"))
            ?? throw new InvalidOperationException($"{email} has no subscription that runs.");

    private static async Task<StripeCustomer> KnownAsync(this IStripeControl stripe, string email, CancellationToken cancellationToken) =>
        await stripe.CustomerAsync(email, cancellationToken)
            ?? throw new InvalidOperationException($"Stripe knows no customer {email}: PropIQ makes one with the first checkout.");
}
