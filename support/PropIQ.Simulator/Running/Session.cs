using System.Buffers.Text;
using System.Text.Json;
using PropIQ.Client.Contract;

namespace PropIQ.Simulator.Running;

/// <summary>A login as its user holds it. Times are by the user's clock.</summary>
internal sealed class Session(int number, Tokens tokens, DateTimeOffset now)
{
    public int Number => number;

    public string AccessToken { get; private set; } = tokens.AccessToken!;

    public string? RefreshToken { get; private set; } = tokens.RefreshToken;

    /// <summary>PropIQ's own name for the session, where the token says it.</summary>
    public string? Id { get; } = IdIn(tokens.AccessToken!);

    public DateTimeOffset IssuedAt { get; private set; } = now;

    public DateTimeOffset LastUse { get; set; } = now;

    public void Renew(Tokens tokens, DateTimeOffset now)
    {
        (AccessToken, RefreshToken, IssuedAt, LastUse) = (tokens.AccessToken!, tokens.RefreshToken ?? RefreshToken, now, now);
    }

    private static string? IdIn(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, _]
                && JsonDocument.Parse(Base64Url.DecodeFromChars(payload)).RootElement is { ValueKind: JsonValueKind.Object } claims
                && claims.TryGetProperty("sid", out var sid)
                && sid.ValueKind is JsonValueKind.String or JsonValueKind.Number
                    ? sid.ToString()
                    : null;
        }
        catch (Exception notAJwt) when (notAJwt is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
