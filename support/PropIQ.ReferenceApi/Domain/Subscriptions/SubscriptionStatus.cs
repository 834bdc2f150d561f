namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>How an account stands with its subscription (contract, clause 2.4).</summary>
public enum SubscriptionStatus
{
    /// <summary>Never subscribed.</summary>
    None,

    /// <summary>Paid for.</summary>
    Active,

    /// <summary>The last payment failed; the plan goes on while Stripe tries again.</summary>
    PastDue,

    /// <summary>Over for good.</summary>
    Canceled,
}

/// <summary>The statuses' names, PropIQ's and Stripe's.</summary>
public static class SubscriptionStatuses
{
    /// <summary>The status as JSON and SQL name it: none, active, past_due, canceled.</summary>
    public static string Name(this SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Active => "active",
        SubscriptionStatus.PastDue => "past_due",
        SubscriptionStatus.Canceled => "canceled",
        _ => "none",
    };

    /// <summary>The status named so; anything else is <see cref="SubscriptionStatus.None"/>.</summary>
    public static SubscriptionStatus Named(string? name) => name switch
    {
        "active" => SubscriptionStatus.Active,
        "past_due" => SubscriptionStatus.PastDue,
        "canceled" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.None,
    };

    /// <summary>
    /// What one of Stripe's eight statuses means here. Null for <c>incomplete</c> and for words not known: they say nothing
    /// about a subscription that has been paid for.
    /// </summary>
    public static SubscriptionStatus? FromStripe(string? status) => status switch
    {
        "active" or "trialing" => SubscriptionStatus.Active,
        "past_due" or "unpaid" or "paused" => SubscriptionStatus.PastDue,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        _ => null,
    };
}
