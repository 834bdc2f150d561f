using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Accounts.Sessions;

/// <summary>Sessions in the database.</summary>
public sealed class SessionStore(Database database, ISessionPolicy policy)
{
    private const int MaxAttempts = 3;

    // One statement reads the session, marks its use, or ends it for idleness. Its reading is as of its start while
    // its two updates see what others have committed since; where these disagree, somebody came in between.
    private const string TouchSql =
        """
        with touched as (
            update sessions set last_used_at = @now
            where id = @sessionId and user_id = @userId and @good and ended_at is null
              and last_used_at > @cutoff and last_used_at < @now
            returning 1),
        ended as (
            update sessions set ended_at = @now
            where id = @sessionId and user_id = @userId and ended_at is null and last_used_at <= @cutoff
            returning 1)
        select u.email, s.user_id, s.last_used_at, s.ended_at,
               (select count(*) from touched) as touched, (select count(*) from ended) as ended
        from sessions s join users u on u.id = s.user_id
        where s.id = @sessionId
        """;

    /// <summary>
    /// Judges a request that shows <paramref name="claims"/> and, if it is let in, marks the session as used: never
    /// backwards, and exactly on the boundary however many arrive together. One round trip.
    /// </summary>
    public async Task<AccessVerdict> TouchAsync(AccessClaims claims, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var row = await ReadAndTouchAsync(claims, now, cancellationToken);
            var verdict = policy.Judge(claims, row?.Facts, now);
            if (row is null || attempt == MaxAttempts || !row.IsOvertaken(verdict, now))
            {
                return verdict;
            }
        }
    }

    private Task<Row?> ReadAndTouchAsync(AccessClaims claims, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Whether the token, all else being well, is good: only then does the request count as use.
        var inUse = new SessionFacts(claims.UserId, claims.Email, now, null);
        var good = policy.Judge(claims, inUse, now) == AccessVerdict.Allowed;
        return database.QueryAsync(
            (connection, limited) => connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                TouchSql,
                new { claims.SessionId, claims.UserId, now, cutoff = policy.IdleCutoff(now), good },
                cancellationToken: limited)),
            cancellationToken);
    }

    /// <summary>Ends a session, once and for all.</summary>
    public Task EndAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.QueryAsync(
            (connection, limited) => EndAsync(connection, null, sessionId, now, limited),
            cancellationToken);

    /// <summary>Ends a session within a transaction.</summary>
    public static Task<int> EndAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update sessions set ended_at = @now where id = @sessionId and ended_at is null",
            new { sessionId, now },
            transaction,
            cancellationToken: cancellationToken));

    private sealed record Row(string Email, Guid UserId, DateTimeOffset LastUsedAt, DateTimeOffset? EndedAt, long Touched, long Ended)
    {
        public SessionFacts Facts => new(UserId, Email, LastUsedAt, EndedAt);

        public bool IsOvertaken(AccessVerdict verdict, DateTimeOffset now) => verdict switch
        {
            AccessVerdict.Allowed => Touched == 0 && LastUsedAt < now,
            AccessVerdict.SessionExpired => EndedAt is null && Ended == 0,
            _ => false,
        };
    }
}
