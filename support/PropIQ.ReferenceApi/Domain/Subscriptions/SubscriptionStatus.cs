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

/// <summary>The statuses' names.</summary>
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
}
