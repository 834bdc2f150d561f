using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;

namespace PropIQ.ReferenceApi.Accounts.Sessions;

/// <summary>Opens sessions and hands out their tokens.</summary>
public sealed class SessionIssuer(IAccessTokens tokens, ITokenPolicy policy)
{
    /// <summary>A new session, used for the first time at <paramref name="now"/>.</summary>
    public async Task<TokenAnswer> OpenAsync(NpgsqlTransaction transaction, AccountView account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sessionId, refreshToken) = (Guid.CreateVersion7(), RefreshTokens.New());
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            with opened as (insert into sessions (id, user_id, last_used_at, created_at) values (@sessionId, @userId, @now, @now))
            insert into refresh_tokens (hash, session_id, issued_at) values (@hash, @sessionId, @now)
            """,
            new { sessionId, userId = account.Id, hash = RefreshTokens.HashOf(refreshToken), now },
            transaction,
            cancellationToken: cancellationToken));
        return Answer(account, sessionId, refreshToken, now);
    }

    /// <summary>New tokens for a session that there is.</summary>
    public async Task<TokenAnswer> RenewAsync(
        NpgsqlTransaction transaction, AccountView account, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var refreshToken = RefreshTokens.New();
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "insert into refresh_tokens (hash, session_id, issued_at) values (@hash, @sessionId, @now)",
            new { hash = RefreshTokens.HashOf(refreshToken), sessionId, now },
            transaction,
            cancellationToken: cancellationToken));
        return Answer(account, sessionId, refreshToken, now);
    }

    private TokenAnswer Answer(AccountView account, Guid sessionId, string refreshToken, DateTimeOffset now)
    {
        var accessToken = tokens.Issue(new AccessClaims(account.Id, sessionId, account.Email, now + policy.Lifetime), now);
        return new TokenAnswer(accessToken, "bearer", (int)policy.Lifetime.TotalSeconds, refreshToken, account);
    }
}
