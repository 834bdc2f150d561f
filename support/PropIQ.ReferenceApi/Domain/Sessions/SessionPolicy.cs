namespace PropIQ.ReferenceApi.Domain.Sessions;

/// <summary>The contract's sessions: over after 30 minutes without use, which is looked at before the token's own expiry.</summary>
public sealed class SessionPolicy(ITokenPolicy tokens) : ISessionPolicy
{
    /// <summary>A session left alone for this long is over.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    /// <inheritdoc />
    public DateTimeOffset IdleCutoff(DateTimeOffset now) => now - IdleLimit;

    /// <inheritdoc />
    public AccessVerdict Judge(AccessClaims token, SessionFacts? session, DateTimeOffset now)
    {
        if (session is null || session.UserId != token.UserId || session.Email != token.Email)
        {
            return AccessVerdict.Unauthorized;
        }

        if (session.EndedAt is not null || session.LastUsedAt <= IdleCutoff(now))
        {
            return AccessVerdict.SessionExpired;
        }

        return tokens.IsExpired(token.ExpiresAt, now) ? AccessVerdict.TokenExpired : AccessVerdict.Allowed;
    }
}
