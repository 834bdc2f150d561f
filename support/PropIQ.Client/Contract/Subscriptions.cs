namespace PropIQ.Client.Contract;

/// <summary>A checkout session that PropIQ opened at Stripe (clause 5.1).</summary>
public sealed record CheckoutSession(string? SessionId, string? CheckoutUrl);

/// <summary>The caller's subscription (clause 5.2).</summary>
public sealed record Subscription(string? Tier, string? Status, DateTimeOffset? CurrentPeriodEnd, bool? CancelAtPeriodEnd);

/// <summary>The answer to a change of plan (clause 5.3): changed, scheduled or confirmation_required.</summary>
public sealed record PlanChange(string? Status, IReadOnlyList<string>? Warnings);
