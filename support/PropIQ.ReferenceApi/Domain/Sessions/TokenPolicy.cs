namespace PropIQ.ReferenceApi.Domain.Sessions;

/// <summary>How long an access token is good (clause 2.6).</summary>
public interface ITokenPolicy
{
    /// <summary>From issue to expiry.</summary>
    TimeSpan Lifetime { get; }

    /// <summary>Whether a token that is good until <paramref name="expiresAt"/> is no longer.</summary>
    bool IsExpired(DateTimeOffset expiresAt, DateTimeOffset now);
}

/// <summary>The contract's tokens: 60 minutes, no leeway.</summary>
public sealed class TokenPolicy : ITokenPolicy
{
    /// <inheritdoc />
    public TimeSpan Lifetime => TimeSpan.FromMinutes(60);

    /// <inheritdoc />
    public bool IsExpired(DateTimeOffset expiresAt, DateTimeOffset now) => expiresAt <= now;
}
