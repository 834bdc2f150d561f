using Dapper;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>
/// The outbox table as a queue. A message is taken by a short transaction that marks it as held by this instance for a
/// while; it is then sent with no transaction open, and deleted. Normally that sends it exactly once. A crash between
/// the sending and the deleting sends it again: by this instance, which drops its own marks when it starts, or by
/// another once the mark has run out. The mark outlasts the sending's time-out by far, so nobody takes over a message
/// that is still being sent.
/// </summary>
public sealed class OutboxQueue(Database database, ReferenceApiOptions options)
{
    private const int HeldForSeconds = 60;

    // The oldest due message of each user, unless one of theirs is on its way: a user's messages keep their order, and
    // one user's stalled message takes one place, however many wait behind it.
    private const string TakeSql =
        """
        update outbox set holder = @holder, held_until = now() + make_interval(secs => @HeldForSeconds), attempts = attempts + 1
        where id in (
            select o.id from outbox o
            where o.channel = @channel and o.due_at <= now() and (o.held_until is null or o.held_until <= now())
              and not exists (
                select 1 from outbox other
                where other.user_id = o.user_id and other.channel = o.channel
                  and (other.held_until > now() or (other.id < o.id and other.due_at <= now())))
            order by o.due_at, o.id
            limit @places
            for update of o skip locked)
        returning id, user_id, channel, payload, attempts
        """;

    /// <summary>Takes up to <paramref name="places"/> messages that are due.</summary>
    public Task<IReadOnlyList<OutboxMessage>> TakeAsync(OutboxChannel channel, int places, CancellationToken cancellationToken) =>
        database.QueryAsync<IReadOnlyList<OutboxMessage>>(
            async (connection, limited) => [.. await connection.QueryAsync<OutboxMessage>(new CommandDefinition(
                TakeSql,
                new { holder = options.InstanceName, HeldForSeconds, channel = OutboxRoutes.NameOf(channel), places },
                cancellationToken: limited))],
            cancellationToken);

    /// <summary>
    /// How long until a message of this channel can be taken; null when none is waiting. Those behind one that is on its
    /// way do not count: its end is an event of its own.
    /// </summary>
    public Task<TimeSpan?> UntilNextAsync(OutboxChannel channel, CancellationToken cancellationToken) =>
        database.QueryAsync(
            async (connection, limited) => await connection.ExecuteScalarAsync<double?>(new CommandDefinition(
                """
                select extract(epoch from min(greatest(o.due_at, coalesce(o.held_until, o.due_at))) - now())::double precision
                from outbox o
                where o.channel = @channel and not exists (
                    select 1 from outbox other
                    where other.user_id = o.user_id and other.channel = o.channel and other.id <> o.id and other.held_until > now())
                """,
                new { channel = OutboxRoutes.NameOf(channel) },
                cancellationToken: limited)) is { } seconds
                ? TimeSpan.FromSeconds(Math.Max(0, seconds))
                : (TimeSpan?)null,
            cancellationToken);

    /// <summary>The channels, by their names, that have messages, due or not.</summary>
    public Task<IReadOnlySet<string>> ChannelsAsync(CancellationToken cancellationToken) =>
        database.QueryAsync<IReadOnlySet<string>>(
            async (connection, limited) => (await connection.QueryAsync<string>(new CommandDefinition("select distinct channel from outbox", cancellationToken: limited))).ToHashSet(),
            cancellationToken);

    /// <summary>The message has been sent. Answers whether another of the same user waits behind it.</summary>
    public Task<bool> SentAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        database.QueryAsync(
            (connection, limited) => connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                """
                with gone as (delete from outbox where id = @Id)
                select exists (select from outbox where user_id = @UserId and channel = @Channel and id <> @Id)
                """,
                new { message.Id, message.UserId, message.Channel },
                cancellationToken: limited)),
            cancellationToken);

    /// <summary>The message could not be sent: once more after <paramref name="pause"/>.</summary>
    public Task FailedAsync(OutboxMessage message, TimeSpan pause, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "update outbox set holder = null, held_until = null, due_at = now() + make_interval(secs => @seconds) where id = @Id",
            new { message.Id, seconds = pause.TotalSeconds },
            cancellationToken);

    /// <summary>Whatever this instance was sending when it last stopped may be taken again.</summary>
    public Task DropOwnMarksAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(
            "update outbox set holder = null, held_until = null where holder = @holder",
            new { holder = options.InstanceName },
            cancellationToken);

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.QueryAsync(
            (connection, limited) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: limited)),
            cancellationToken);
}
