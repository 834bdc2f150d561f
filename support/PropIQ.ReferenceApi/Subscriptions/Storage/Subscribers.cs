using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Subscriptions.Storage;

/// <summary>Accounts in PostgreSQL. Whoever changes one locks its row in users first.</summary>
public sealed class Subscribers(IUsage usage, IUserClocks clocks, INotices notices) : ISubscribers
{
    /// <inheritdoc />
    public Task<Subscriber?> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        LoadAsync(connection, null, UserRow.Select, userId, cancellationToken);

    /// <inheritdoc />
    public Task<Subscriber?> LockAsync(NpgsqlTransaction transaction, Guid userId, CancellationToken cancellationToken) =>
        LoadAsync(transaction.Connection!, transaction, UserRow.Select + " for update", userId, cancellationToken);

    /// <inheritdoc />
    public async Task ApplyAsync(NpgsqlTransaction transaction, Subscriber before, AccountChange change, CancellationToken cancellationToken)
    {
        var (from, to) = (before.State, change.After);
        if (to != from)
        {
            await WriteAsync(transaction, from, to, change.Formers, cancellationToken);
        }

        if (to.Tier != from.Tier)
        {
            await usage.ChangePlanAsync(transaction, to.UserId, to.Tier, clocks.For(to.Email).GetUtcNow(), cancellationToken);
        }

        if (change.BeginsPeriod is { } start)
        {
            await usage.StartPeriodAsync(transaction, to.UserId, start, cancellationToken);
        }

        foreach (var notice in change.Notices)
        {
            await notices.WriteAsync(transaction, to.UserId, notice, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task<string> BecomeCustomerAsync(NpgsqlConnection connection, Guid userId, string customerId, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<string>(new CommandDefinition(
            "update users set stripe_customer_id = coalesce(stripe_customer_id, @customerId) where id = @userId returning stripe_customer_id",
            new { userId, customerId },
            cancellationToken: cancellationToken));

    private static async Task<Subscriber?> LoadAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string select, Guid userId, CancellationToken cancellationToken)
    {
        var user = await connection.QuerySingleOrDefaultAsync<UserRow>(
            new CommandDefinition(select, new { userId }, transaction, cancellationToken: cancellationToken));
        if (user is null)
        {
            return null;
        }

        var current = await connection.QuerySingleOrDefaultAsync<SubscriptionRow>(
            new CommandDefinition(SubscriptionRow.Select, new { id = user.CurrentSubscriptionId }, transaction, cancellationToken: cancellationToken));
        var formerIds = await connection.QueryAsync<string>(new CommandDefinition(
            "select id from former_subscriptions where user_id = @userId", new { userId }, transaction, cancellationToken: cancellationToken));
        return new Subscriber(user.State(current?.State(), [.. formerIds]), user.StripeCustomerId, current?.Revision ?? 0);
    }

    private static async Task WriteAsync(
        NpgsqlTransaction transaction, AccountState from, AccountState to, IReadOnlyList<string> ending, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            """
            update users
            set last_payment_error = @LastPaymentError, current_subscription_id = @currentId,
                stripe_customer_id = coalesce(stripe_customer_id, @customerId)
            where id = @UserId
            """,
            new { to.UserId, to.LastPaymentError, currentId = to.Current?.Id, customerId = to.Current?.CustomerId });
        if (to.Current is { } current && current != from.Current)
        {
            await ExecuteAsync(SubscriptionRow.Upsert, SubscriptionRow.Of(to.UserId, current));
        }

        foreach (var id in to.FormerIds.Except(from.FormerIds))
        {
            await ExecuteAsync(
                """
                insert into former_subscriptions (id, user_id, due_at)
                values (@id, @UserId, case when @ends then now() end)
                on conflict (id) do nothing
                """,
                new { id, to.UserId, ends = ending.Contains(id) });
        }

        Task ExecuteAsync(string sql, object parameters) =>
            transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));
    }
}
