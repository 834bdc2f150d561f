using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>
/// What PropIQ asks of Stripe (clause 8.1). Whatever goes wrong (refused, too slow, not there, unreadable) is a refusal with
/// 503 <c>payments_unavailable</c>. No call may be made inside a database transaction.
/// </summary>
public interface IStripeClient
{
    /// <summary>Makes a customer and returns its id, cus_….</summary>
    Task<string> CreateCustomerAsync(NewCustomer customer, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Opens a hosted checkout for a subscription.</summary>
    Task<OpenedCheckout> OpenCheckoutAsync(NewCheckout checkout, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Reads a subscription.</summary>
    Task<StripeSubscription> ReadSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Moves a subscription to another price at once and returns it as it then is.</summary>
    Task<StripeSubscription> ChangePriceAsync(PriceChange change, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Lets a subscription end with its period and returns it as it then is.</summary>
    Task<StripeSubscription> EndWithPeriodAsync(string subscriptionId, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Ends a subscription now. One that is over, or gone, is fine.</summary>
    Task CancelAsync(string subscriptionId, CancellationToken cancellationToken);
}

/// <summary>Who is to be a customer.</summary>
public sealed record NewCustomer(Guid UserId, string Email);

/// <summary>A checkout to open: <c>Tier</c> is the plan's name, <c>PriceId</c> its price.</summary>
public sealed record NewCheckout(Guid UserId, string CustomerId, string Tier, string PriceId);

/// <summary>An open checkout and the page where it is paid.</summary>
public sealed record OpenedCheckout(string SessionId, string Url);

/// <summary>A move to another price. <c>Resumes</c>: the subscription was to end with its period, and is not to any more.</summary>
public sealed record PriceChange(string SubscriptionId, string ItemId, string PriceId, string Tier, bool Resumes);
