using System.Text.Json.Nodes;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>Tokens are believed that PropIQ did not make, or not so.</summary>
internal static class Forgeries
{
    public static IReadOnlyList<Saboteur> All =>
    [
        Believing("alg_none_accepted", "Who writes a token without any signature is let in.", "forged_tokens", (token, _) => token.Alg == "none"),
        Believing("none_in_capitals_accepted", "Who writes a token without any signature, and NONE for none, is let in.", "forged_tokens", (token, _) => token.Alg == "NONE"),
        Believing("foreign_key_accepted", "A token is believed whoever has signed it.", "forged_tokens", (token, options) =>
            token.Alg != "none" && token.Issuer == options.JwtIssuer && token.Audiences.Contains(options.JwtAudience)),
        Believing("foreign_issuer_accepted", "A token of another service that shares our key is believed.", "forged_tokens", (token, options) =>
            IsSigned(token, options) && token.Audiences.Contains(options.JwtAudience)),
        Believing("foreign_audience_accepted", "A token that was made for another service is believed.", "forged_tokens", (token, options) =>
            IsSigned(token, options) && token.Issuer == options.JwtIssuer),
        Believing("missing_exp_accepted", "A token without an end is good for ever.", "incomplete_tokens", (token, options) =>
            IsSigned(token, options) && !token.TryGetPayloadValue<long>("exp", out _)),
        Believing("missing_iat_accepted", "A token that does not say when it was made is believed.", "incomplete_tokens", (token, options) =>
            IsSigned(token, options) && !token.TryGetPayloadValue<long>("iat", out _)),
        new("token_without_an_email_believed", "An access token without the e-mail address is believed.")
        {
            Cases = ["incomplete_tokens"],
            Clauses = ["2.6", "2.9"],
            Host = host => host.Twist<IAccessTokens>(nameof(IAccessTokens.ReadAsync), (real, provider) => async (string text) =>
                await real.ReadAsync(text) ?? (await WithEmailAsync(text, provider) is { } whole ? await real.ReadAsync(whole) : null)),
        },
        new("anybodys_session_accepted", "A token that names one customer and another's session is believed.")
        {
            Cases = ["forged_tokens"],
            Clauses = ["2.9"],
            Host = host => host.Twist<ISessionPolicy>(
                nameof(ISessionPolicy.Judge),
                real => (AccessClaims token, SessionFacts? session, DateTimeOffset now) =>
                    real.Judge(token, session is null ? null : session with { UserId = token.UserId, Email = token.Email }, now)),
        },
    ];

    private static Saboteur Believing(string id, string breaks, string edgeCase, Func<JsonWebToken, ReferenceApiOptions, bool> alsoBelieved) => new(id, breaks)
    {
        Cases = [edgeCase],
        Clauses = ["2.9"],
        Host = host => host.Twist<IAccessTokens>(nameof(IAccessTokens.ReadAsync), (real, provider) => async (string text) =>
            await real.ReadAsync(text)
            ?? (new JsonWebTokenHandler().CanReadToken(text) && new JsonWebToken(text) is var token && alsoBelieved(token, provider.GetRequiredService<ReferenceApiOptions>())
                ? ClaimsOf(token)
                : null)),
    };

    // The same token, well signed, with the address that it lacks.
    private static async Task<string?> WithEmailAsync(string text, IServiceProvider provider)
    {
        var options = provider.GetRequiredService<ReferenceApiOptions>();
        if (!new JsonWebTokenHandler().CanReadToken(text) || new JsonWebToken(text) is var token && (!IsSigned(token, options) || token.TryGetPayloadValue<string>("email", out _)))
        {
            return null;
        }

        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(token.EncodedPayload))!.AsObject();
        payload["email"] = (await provider.ReadAsync<string>($"select email from users where id::text = '{token.Subject}'")).FirstOrDefault();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload.ToJsonString(), new SigningCredentials(KeyOf(options), SecurityAlgorithms.HmacSha256));
    }

    private static SymmetricSecurityKey KeyOf(ReferenceApiOptions options) => new(Encoding.UTF8.GetBytes(options.JwtSecret));

    private static bool IsSigned(JsonWebToken token, ReferenceApiOptions options) => new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
    {
        IssuerSigningKey = KeyOf(options),
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    }).GetAwaiter().GetResult().IsValid;

    private static AccessClaims? ClaimsOf(JsonWebToken token) =>
        Guid.TryParse(token.Subject, out var user)
        && token.TryGetPayloadValue<string>("sid", out var sid) && Guid.TryParse(sid, out var session)
        && token.TryGetPayloadValue<string>("email", out var email)
            ? new AccessClaims(user, session, email, token.TryGetPayloadValue<long>("exp", out var end) ? DateTimeOffset.FromUnixTimeSeconds(end) : DateTimeOffset.MaxValue)
            : null;
}
