using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Accounts.Sessions;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Renews tokens (clause 2.3). Of two uses of one token exactly one is first; the other ends the session.</summary>
public sealed class Refresh(IRefreshPolicy policy, SessionIssuer sessions, IUserClocks clocks, Database database)
{
    // Locked: whoever comes second with the same token waits here, and then reads it as used.
    private const string FindSql =
        """
        select r.session_id, r.used_at, s.last_used_at, s.ended_at, u.id as user_id, u.email, u.tier
        from refresh_tokens r
        join sessions s on s.id = r.session_id
        join users u on u.id = s.user_id
        where r.hash = @hash
        for update of r, s
        """;

    /// <summary>New tokens; 401 <c>invalid_refresh_token</c> or <c>session_expired</c>.</summary>
    public async Task<TokenAnswer> HandleAsync(JsonBody body, CancellationToken cancellationToken)
    {
        var hash = RefreshTokens.HashOf(AccountInput.ReadRefreshToken(body) ?? "");
        var (verdict, answer) = await database.InTransactionAsync(
            (transaction, limited) => ExchangeAsync(transaction, hash, limited),
            cancellationToken);
        return verdict switch
        {
            RefreshVerdict.Renew => answer!,
            RefreshVerdict.SessionExpired => throw AccessRefusals.SessionExpired(),
            _ => throw new Refusal(401, "invalid_refresh_token", "The refresh token is not valid. Please log in again."),
        };
    }

    // The verdict is handed out rather than thrown: the end of a session must be committed.
    private async Task<(RefreshVerdict Verdict, TokenAnswer? Answer)> ExchangeAsync(
        NpgsqlTransaction transaction, byte[] hash, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        var token = await connection.QuerySingleOrDefaultAsync<Row>(
            new CommandDefinition(FindSql, new { hash }, transaction, cancellationToken: cancellationToken));
        var now = clocks.For(token?.Email ?? "").GetUtcNow();
        var verdict = policy.Judge(token?.Facts, now);
        if (verdict == RefreshVerdict.Reused)
        {
            await SessionStore.EndAsync(connection, transaction, token!.SessionId, now, cancellationToken);
        }

        if (verdict != RefreshVerdict.Renew)
        {
            return (verdict, null);
        }

        await connection.ExecuteAsync(new CommandDefinition(
            """
            update refresh_tokens set used_at = @now where hash = @hash;
            update sessions set last_used_at = greatest(last_used_at, @now) where id = @sessionId
            """,
            new { hash, now, sessionId = token!.SessionId },
            transaction,
            cancellationToken: cancellationToken));
        var account = new AccountView(token.UserId, token.Email, token.Tier);
        return (verdict, await sessions.RenewAsync(transaction, account, token.SessionId, now, cancellationToken));
    }

    private sealed record Row(
        Guid SessionId, DateTimeOffset? UsedAt, DateTimeOffset LastUsedAt, DateTimeOffset? EndedAt, Guid UserId, string Email, string Tier)
    {
        public RefreshFacts Facts => new(UsedAt, LastUsedAt, EndedAt);
    }
}
