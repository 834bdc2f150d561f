using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>The token that a request shows.</summary>
internal static class Shown
{
    private const string Scheme = "Bearer ";

    /// <summary>It, believed or not; empty when there is none.</summary>
    public static string Token(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : "";

    /// <summary>What it says, if it is one of ours.</summary>
    public static async Task<AccessClaims?> ClaimsAsync(HttpContext context, IServiceProvider services) =>
        Token(context) is { Length: > 0 } token ? await services.GetRequiredService<IAccessTokens>().ReadAsync(token) : null;
}
