using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Accounts.Tokens;

/// <summary>JWTs signed with HS256. Signature, algorithm, issuer, audience and the claims being there are checked; the lifetime is judged on the user's clock, elsewhere.</summary>
public sealed class JwtAccessTokens : IAccessTokens
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials credentials;
    private readonly TokenValidationParameters checks;
    private readonly ReferenceApiOptions options;

    /// <summary>Takes key, issuer and audience from the configuration.</summary>
    public JwtAccessTokens(ReferenceApiOptions options)
    {
        this.options = options;

        // A factory of its own: the shared one caches by key, and hosts in one process share nothing.
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.JwtSecret)) { CryptoProviderFactory = new CryptoProviderFactory() };
        credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        checks = new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidIssuer = options.JwtIssuer,
            ValidAudience = options.JwtAudience,
            ValidateLifetime = false,
        };
    }

    /// <inheritdoc />
    public string Issue(AccessClaims claims, DateTimeOffset issuedAt) => handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = options.JwtIssuer,
        Audience = options.JwtAudience,
        SigningCredentials = credentials,
        Claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = claims.UserId.ToString(),
            [JwtRegisteredClaimNames.Email] = claims.Email,
            [JwtRegisteredClaimNames.Sid] = claims.SessionId.ToString(),
            [JwtRegisteredClaimNames.Iat] = issuedAt.ToUnixTimeSeconds(),
            [JwtRegisteredClaimNames.Exp] = claims.ExpiresAt.ToUnixTimeSeconds(),

            // Two tokens of one second must differ all the same.
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
        },
    });

    /// <inheritdoc />
    public async Task<AccessClaims?> ReadAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, checks);
        return result is { IsValid: true, SecurityToken: JsonWebToken believed } ? ReadClaims(believed) : null;
    }

    private static AccessClaims? ReadClaims(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        var root = payload.RootElement;
        return Id(root, JwtRegisteredClaimNames.Sub) is { } userId
            && Id(root, JwtRegisteredClaimNames.Sid) is { } sessionId
            && Text(root, JwtRegisteredClaimNames.Email) is { } email
            && Time(root, JwtRegisteredClaimNames.Iat) is not null
            && Time(root, JwtRegisteredClaimNames.Exp) is { } expiresAt
                ? new AccessClaims(userId, sessionId, email, expiresAt)
                : null;
    }

    private static string? Text(JsonElement root, string claim) =>
        root.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Guid? Id(JsonElement root, string claim) => Guid.TryParseExact(Text(root, claim), "D", out var id) ? id : null;

    private static DateTimeOffset? Time(JsonElement root, string claim) =>
        root.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds)
        && seconds is >= 0 and < 253_402_300_799
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
