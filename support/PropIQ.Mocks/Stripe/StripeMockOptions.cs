namespace PropIQ.Mocks.Stripe;

/// <summary>What is configuration of the mock Stripe.</summary>
public sealed record StripeMockOptions
{
    /// <summary>Price id by paid tier.</summary>
    public IReadOnlyDictionary<string, string> PriceIds { get; init; } = new Dictionary<string, string>
    {
        ["starter"] = "price_starter",
        ["pro"] = "price_pro",
        ["elite"] = "price_elite",
    };

    /// <summary>Cents a month by paid tier.</summary>
    public IReadOnlyDictionary<string, long> Cents { get; init; } = new Dictionary<string, long>
    {
        ["starter"] = 6_900,
        ["pro"] = 9_900,
        ["elite"] = 14_900,
    };

    /// <summary>Where hosted checkout pages pretend to be; the session's id is appended.</summary>
    public Uri CheckoutPages { get; init; } = new("https://checkout.stripe.com/c/pay/");

    /// <summary>The pause before the first automatic retry of a delivery.</summary>
    public TimeSpan FirstRetryPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How much longer each pause is than the one before.</summary>
    public int RetryFactor { get; init; } = 3;

    /// <summary>Automatic retries of a delivery after its first attempt.</summary>
    public int MaxRetries { get; init; } = 6;

    /// <summary>How long the webhook may take to answer.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The machine's clock: signatures, pauses and logs follow it, and so do customers without a clock of their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
