using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Subscriptions.Storage;

/// <summary>
/// Stores a seeded user's subscription as if it had begun with its period, and as if nothing had been heard of it since: any
/// event of this period is news.
/// </summary>
public sealed class SeedSubscription : ISeedSubscription
{
    /// <inheritdoc />
    public async Task SeedAsync(NpgsqlTransaction transaction, SubscriptionOrder order, CancellationToken cancellationToken)
    {
        var start = order.CurrentPeriodStart;
        var state = new SubscriptionState(
            order.SubscriptionId,
            order.CustomerId,
            order.Tier == Tier.Free ? Tier.Starter : order.Tier,
            SubscriptionStatuses.Named(order.Status) is var status and not SubscriptionStatus.None ? status : SubscriptionStatus.Active,
            start,
            order.CurrentPeriodEnd,
            order.CancelAtPeriodEnd,
            CountedFrom: start,
            ChosenAt: WholeSeconds(start),
            StateKnownAt: WholeSeconds(start),
            PaymentKnownAt: WholeSeconds(start));
        await ExecuteAsync(SubscriptionRow.Upsert, SubscriptionRow.Of(order.UserId, state));
        await ExecuteAsync(
            "update users set stripe_customer_id = @CustomerId, current_subscription_id = @SubscriptionId where id = @UserId",
            order);

        Task ExecuteAsync(string sql, object parameters) =>
            transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));
    }

    // Events are stamped in whole seconds: one of the same second must not look older.
    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
