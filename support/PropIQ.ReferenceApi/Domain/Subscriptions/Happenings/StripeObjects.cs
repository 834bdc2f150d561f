namespace PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

/// <summary>
/// A subscription as Stripe shows it, whichever API version wrote it. <c>Status</c> is what Stripe's word means here; null for
/// words that say nothing about a subscription that has been paid for.
/// </summary>
public sealed record StripeSubscription(
    string Id,
    string CustomerId,
    SubscriptionStatus? Status,
    string? ItemId,
    string? PriceId,
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    bool CancelAtPeriodEnd,
    string? MetadataTier,
    string? MetadataUserId);

/// <summary>A checkout session as Stripe shows it. <c>Status</c>: open, complete, expired; <c>PaymentStatus</c>: unpaid, paid, no_payment_required.</summary>
public sealed record StripeCheckoutSession(
    string? Id,
    string? Mode,
    string? Status,
    string? PaymentStatus,
    string? CustomerId,
    string? CustomerEmail,
    string? ClientReferenceId,
    string? SubscriptionId,
    string? MetadataTier,
    string? MetadataUserId);

/// <summary>An invoice as Stripe shows it. <c>AmountPaid</c> is in cents; the period is the latest that one of its lines pays for.</summary>
public sealed record StripeInvoice(
    string? Id,
    string? CustomerId,
    string? CustomerEmail,
    string? SubscriptionId,
    string? BillingReason,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    long? AmountPaid,
    string? FailureCode,
    string? FailureMessage)
{
    /// <summary>The account that was noted down on the subscription at its checkout.</summary>
    public string? MetadataUserId { get; init; }
}
