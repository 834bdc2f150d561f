using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>The 401s of section 2.</summary>
public static class AccessRefusals
{
    /// <summary>No token, or none of ours.</summary>
    public static Refusal Unauthorized() => new(401, "unauthorized", "Please log in.");

    /// <summary>The session is over.</summary>
    public static Refusal SessionExpired() => new(401, "session_expired", "The session is over. Please log in again.");

    /// <summary>The session goes on, the token does not.</summary>
    public static Refusal TokenExpired() => new(401, "token_expired", "The access token has expired. Refresh it.");
}
