using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;

namespace PropIQ.ReferenceApi.Subscriptions.Storage;

/// <summary>A row of users, as far as it is read here.</summary>
internal sealed class UserRow
{
    public const string Select = "select id, email, tier, last_payment_error, stripe_customer_id, current_subscription_id from users where id = @userId";

    public Guid Id { get; init; }

    public required string Email { get; init; }

    public required string Tier { get; init; }

    public string? LastPaymentError { get; init; }

    public string? StripeCustomerId { get; init; }

    public string? CurrentSubscriptionId { get; init; }

    /// <summary>The account that this row begins.</summary>
    public AccountState State(SubscriptionState? current, IReadOnlyCollection<string> formerIds) =>
        new(Id, Email, Plan.Named(Tier)!.Tier, LastPaymentError, current, formerIds);
}

/// <summary>A row of subscriptions.</summary>
internal sealed class SubscriptionRow
{
    public const string Select = "select * from subscriptions where id = @id";

    public const string Upsert =
        """
        insert into subscriptions (
            id, user_id, customer_id, tier, status, current_period_start, current_period_end, cancel_at_period_end,
            counted_from, chosen_at, state_known_at, payment_known_at)
        values (
            @Id, @UserId, @CustomerId, @Tier, @Status, @CurrentPeriodStart, @CurrentPeriodEnd, @CancelAtPeriodEnd,
            @CountedFrom, @ChosenAt, @StateKnownAt, @PaymentKnownAt)
        on conflict (id) do update set
            tier = excluded.tier, status = excluded.status,
            current_period_start = excluded.current_period_start, current_period_end = excluded.current_period_end,
            cancel_at_period_end = excluded.cancel_at_period_end, counted_from = excluded.counted_from,
            chosen_at = excluded.chosen_at, state_known_at = excluded.state_known_at,
            payment_known_at = excluded.payment_known_at, revision = subscriptions.revision + 1
        """;

    public required string Id { get; init; }

    public Guid UserId { get; init; }

    public required string CustomerId { get; init; }

    public required string Tier { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset CurrentPeriodStart { get; init; }

    public DateTimeOffset CurrentPeriodEnd { get; init; }

    public bool CancelAtPeriodEnd { get; init; }

    public DateTimeOffset CountedFrom { get; init; }

    public DateTimeOffset ChosenAt { get; init; }

    public DateTimeOffset StateKnownAt { get; init; }

    public DateTimeOffset PaymentKnownAt { get; init; }

    public int Revision { get; init; }

    /// <summary>The row that keeps <paramref name="state"/>.</summary>
    public static SubscriptionRow Of(Guid userId, SubscriptionState state) => new()
    {
        Id = state.Id,
        UserId = userId,
        CustomerId = state.CustomerId,
        Tier = Plan.Of(state.Tier).Name,
        Status = state.Status.Name(),
        CurrentPeriodStart = state.PeriodStart,
        CurrentPeriodEnd = state.PeriodEnd,
        CancelAtPeriodEnd = state.CancelAtPeriodEnd,
        CountedFrom = state.CountedFrom,
        ChosenAt = state.ChosenAt,
        StateKnownAt = state.StateKnownAt,
        PaymentKnownAt = state.PaymentKnownAt,
    };

    /// <summary>What this row keeps.</summary>
    public SubscriptionState State() => new(
        Id,
        CustomerId,
        Plan.Named(Tier)!.Tier,
        SubscriptionStatuses.Named(Status),
        CurrentPeriodStart,
        CurrentPeriodEnd,
        CancelAtPeriodEnd,
        CountedFrom,
        ChosenAt,
        StateKnownAt,
        PaymentKnownAt);
}
