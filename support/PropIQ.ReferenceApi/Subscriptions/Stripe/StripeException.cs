namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>What went wrong with Stripe, for the log. Never shown to callers.</summary>
public sealed class StripeException(string message, Exception? cause = null) : Exception(message, cause);
