namespace PropIQ.ReferenceApi.Domain.Sessions;

/// <summary>What becomes of a refresh token that is shown (clause 2.3).</summary>
public interface IRefreshPolicy
{
    /// <summary>Judges a token; <paramref name="token"/> is null when nobody ever got it.</summary>
    RefreshVerdict Judge(RefreshFacts? token, DateTimeOffset now);
}

/// <summary>What is known of a refresh token and its session.</summary>
public sealed record RefreshFacts(DateTimeOffset? UsedAt, DateTimeOffset LastUsedAt, DateTimeOffset? EndedAt);

/// <summary>What becomes of a refresh.</summary>
public enum RefreshVerdict
{
    /// <summary>Both tokens are renewed.</summary>
    Renew,

    /// <summary>No such token.</summary>
    Invalid,

    /// <summary>Used before: somebody has a copy, so the whole session ends.</summary>
    Reused,

    /// <summary>The session is over.</summary>
    SessionExpired,
}

/// <summary>The contract's refreshing: each token once; a session that is over is not revived.</summary>
public sealed class RefreshPolicy(ISessionPolicy sessions) : IRefreshPolicy
{
    /// <inheritdoc />
    public RefreshVerdict Judge(RefreshFacts? token, DateTimeOffset now) => token switch
    {
        null => RefreshVerdict.Invalid,
        { UsedAt: not null } => RefreshVerdict.Reused,
        { EndedAt: not null } => RefreshVerdict.SessionExpired,
        _ when token.LastUsedAt <= sessions.IdleCutoff(now) => RefreshVerdict.SessionExpired,
        _ => RefreshVerdict.Renew,
    };
}
