using PropIQ.ReferenceApi.Accounts.Sessions;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Lets in whoever shows a believable access token of a live session.</summary>
public sealed class Authenticator(IAccessTokens tokens, SessionStore sessions, IUserClocks clocks) : IAuthenticator
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public async Task<Caller> AuthenticateAsync(HttpContext context)
    {
        if (BearerOf(context.Request) is not { } token || await tokens.ReadAsync(token) is not { } claims)
        {
            throw AccessRefusals.Unauthorized();
        }

        var clock = clocks.For(claims.Email);
        return await sessions.TouchAsync(claims, clock, context.RequestAborted) switch
        {
            AccessVerdict.Allowed => new Caller(claims.UserId, claims.SessionId, claims.Email, clock),
            AccessVerdict.SessionExpired => throw AccessRefusals.SessionExpired(),
            AccessVerdict.TokenExpired => throw AccessRefusals.TokenExpired(),
            _ => throw AccessRefusals.Unauthorized(),
        };
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;
}
