namespace PropIQ.ReferenceApi.Domain.Sessions;

/// <summary>When a session is over, and what a request within one may do (clauses 2.6–2.9).</summary>
public interface ISessionPolicy
{
    /// <summary>A session whose last use is not after this is over.</summary>
    DateTimeOffset IdleCutoff(DateTimeOffset now);

    /// <summary>What becomes of a request that shows an access token. <paramref name="session"/> is null when there is none.</summary>
    AccessVerdict Judge(AccessClaims token, SessionFacts? session, DateTimeOffset now);
}

/// <summary>What an access token says of itself, its signature believed.</summary>
public sealed record AccessClaims(Guid UserId, Guid SessionId, string Email, DateTimeOffset ExpiresAt);

/// <summary>What is known of a session.</summary>
public sealed record SessionFacts(Guid UserId, string Email, DateTimeOffset LastUsedAt, DateTimeOffset? EndedAt);

/// <summary>What becomes of a request.</summary>
public enum AccessVerdict
{
    /// <summary>Let in; counts as use.</summary>
    Allowed,

    /// <summary>No session of this user.</summary>
    Unauthorized,

    /// <summary>Ended, or left alone for too long.</summary>
    SessionExpired,

    /// <summary>The session lives on; a refresh helps.</summary>
    TokenExpired,
}
