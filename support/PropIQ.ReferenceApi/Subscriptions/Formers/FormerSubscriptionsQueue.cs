using Dapper;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Subscriptions.Formers;

/// <summary>A former subscription that is due to be ended; <c>Attempts</c> before this one.</summary>
public sealed record DueFormer(string Id, int Attempts);

/// <summary>The former subscriptions that are still to be ended. Times are the database's own.</summary>
public sealed class FormerSubscriptionsQueue(Database database)
{
    /// <summary>Takes one that is due; it comes due again after <paramref name="hold"/>, should whoever took it crash. Null: none is due.</summary>
    public Task<DueFormer?> TakeAsync(TimeSpan hold, CancellationToken cancellationToken) => database.QueryAsync(
        (connection, limited) => connection.QuerySingleOrDefaultAsync<DueFormer>(new CommandDefinition(
            """
            update former_subscriptions
            set due_at = now() + @hold, attempts = attempts + 1
            where id = (select id from former_subscriptions where due_at <= now() order by due_at limit 1 for update skip locked)
            returning id, attempts - 1 as attempts
            """,
            new { hold },
            cancellationToken: limited)),
        cancellationToken);

    /// <summary>How long until the next one is due; null when nothing is left to do.</summary>
    public Task<TimeSpan?> UntilNextAsync(CancellationToken cancellationToken) => database.QueryAsync(
        (connection, limited) => connection.ExecuteScalarAsync<TimeSpan?>(new CommandDefinition(
            "select greatest(min(due_at) - now(), interval '0') from former_subscriptions where due_at is not null having count(*) > 0",
            cancellationToken: limited)),
        cancellationToken);

    /// <summary>It has ended.</summary>
    public Task DoneAsync(string id, CancellationToken cancellationToken) =>
        SetDueAsync(id, null, cancellationToken);

    /// <summary>It could not be ended: once more after <paramref name="pause"/>.</summary>
    public Task PostponeAsync(string id, TimeSpan pause, CancellationToken cancellationToken) =>
        SetDueAsync(id, pause, cancellationToken);

    private Task SetDueAsync(string id, TimeSpan? pause, CancellationToken cancellationToken) => database.QueryAsync(
        (connection, limited) => connection.ExecuteAsync(new CommandDefinition(
            "update former_subscriptions set due_at = now() + cast(@pause as interval) where id = @id",
            new { id, pause },
            cancellationToken: limited)),
        cancellationToken);
}
