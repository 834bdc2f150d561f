using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Accounts;

/// <summary>Makes access tokens that PropIQ must not believe, out of one that it issued (contract, 2.9).</summary>
public sealed class TokenForge(PropIqUnderTest propIq)
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(2);
    private const string OutOfDate = ", and out of date";
    private const string ForeignKey = "somebody-else's-key-that-is-long-enough-for-hs256";

    /// <summary>
    /// The person's token with something wrong, named as in features: "signed with another key", "not signed at all",
    /// "from another issuer", "for another audience", "without an expiry" (and so on), "of another person's session",
    /// "without its signature", "cut short", "not a token", "of an hour that is over";
    /// each of them also "…, and out of date".
    /// </summary>
    public string Forge(Actor actor, string flaw, Actor? other = null)
    {
        var genuine = Verdict.Given(actor.Token, "an access token");
        return flaw.EndsWith(OutOfDate, StringComparison.Ordinal) ? Forge(Outdated(genuine), flaw[..^OutOfDate.Length], other) : Forge(genuine, flaw, other);
    }

    private string Forge(string genuine, string flaw, Actor? other)
    {
        return flaw switch
        {
            "signed with another key" => Sign(Claims(genuine), ForeignKey),
            "not signed at all" => Unsigned(Claims(genuine), "none"),
            "not signed at all, and saying so in capitals" => Unsigned(Claims(genuine), "NONE"),
            "without its signature" => genuine[..(genuine.LastIndexOf('.') + 1)],
            "from another issuer" => SignRightly(With(genuine, "iss", "somebody-else")),
            "for another audience" => SignRightly(With(genuine, "aud", "another-api")),
            "without an expiry" => SignRightly(Without(genuine, "exp")),
            "without a session" => SignRightly(Without(genuine, "sid")),
            "without an owner" => SignRightly(Without(genuine, "sub")),
            "without a time of issue" => SignRightly(Without(genuine, "iat")),
            "without an e-mail address" => SignRightly(Without(genuine, "email")),
            "without an issuer" => SignRightly(Without(genuine, "iss")),
            "without an audience" => SignRightly(Without(genuine, "aud")),
            "of another person's session" => SignRightly(With(genuine, "sid", SessionOf(Claims(other!.Token)))),
            "of another person's session and address" => SignRightly(WithSessionOf(genuine, other!)),
            "of an hour that is over" => Outdated(genuine),
            "cut short" => genuine[..(genuine.Length * 3 / 4)],
            "not a token" => "let-me-in",
            _ => throw new ArgumentException($"No way to forge a token is called \"{flaw}\"."),
        };
    }

    /// <summary>The person's token as it would be, had it been issued at a moment and been good for so long.</summary>
    public string Minted(Actor actor, DateTimeOffset issuedAt, TimeSpan lifetime)
    {
        var claims = Claims(actor.Token);
        claims["iat"] = issuedAt.ToUnixTimeSeconds();
        claims["exp"] = (issuedAt + lifetime).ToUnixTimeSeconds();
        return SignRightly(claims);
    }

    /// <summary>How long the person's token is good for, as it says itself.</summary>
    public static TimeSpan Lifetime(Actor actor)
    {
        var claims = Claims(actor.Token);
        return TimeSpan.FromSeconds(Number(claims, "exp") - Number(claims, "iat"));
    }

    /// <summary>The token names all that the contract requires (2.6), the account that was answered along with it, and HS256; its key where that is known.</summary>
    public void ShouldTellWhose(Actor actor, Tokens answered)
    {
        var (token, claims) = (answered.AccessToken!, Claims(answered.AccessToken));
        Text(claims, "iss");
        Id(claims, "sid");

        Verdict.That(claims["aud"] is not null, $"{actor}'s access token should say whom it is for, but does not");
        Verdict.That(
            Id(claims, "sub") == answered.User?.Id?.Text && string.Equals(Text(claims, "email"), actor.Email, StringComparison.OrdinalIgnoreCase),
            $"{actor}'s access token should be {answered.User?.Id?.Text}'s at {actor.Email}, but is {Id(claims, "sub")}'s at {Text(claims, "email")}");
        var algorithm = Read(token.Split('.')[0])?["alg"]?.ToString();
        Verdict.That(algorithm == "HS256", $"{actor}'s access token should be signed with HS256, but is with {algorithm ?? "nothing that it names"}");
        Verdict.That(
            propIq.TokenKey is not { } key || token.EndsWith($".{Signature(token[..token.LastIndexOf('.')], key)}", StringComparison.Ordinal),
            $"{actor}'s access token should be signed with PropIQ's key, but is not");
    }

    private static double Number(JsonObject claims, string name)
    {
        // Up to the year 9999: more are no seconds.
        var number = claims[name] is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds is >= 0 and < 253_402_300_800 ? seconds : (double?)null;
        return Verdict.Given(number, $"\"{name}\" as a number of seconds in the access token");
    }

    private static string Text(JsonObject claims, string name) =>
        Verdict.Given(claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null, $"\"{name}\" as text in the access token");

    // JWT has ids as text, as they are in the account or as the digits of its number; a number itself says the same.
    private static string Id(JsonObject claims, string name) =>
        claims[name] is JsonValue id && id.GetValueKind() == JsonValueKind.Number ? id.ToJsonString() : Text(claims, name);

    private static JsonNode SessionOf(JsonObject claims)
    {
        Id(claims, "sid");
        return claims["sid"]!.DeepClone();
    }

    // As it would be, had it been issued two hours before: an hour over the end, by whatever clock it was issued.
    private string Outdated(string genuine)
    {
        var claims = Claims(genuine);
        foreach (var time in (string[])["iat", "exp"])
        {
            claims[time] = (long)(Number(claims, time) - Age.TotalSeconds);
        }

        return SignRightly(claims);
    }

    private static JsonObject WithSessionOf(string token, Actor other)
    {
        var (claims, others) = (Claims(token), Claims(other.Token));
        claims["sid"] = SessionOf(others);
        claims["email"] = Text(others, "email");
        return claims;
    }

    private static JsonObject With(string token, string claim, JsonNode value)
    {
        var claims = Claims(token);
        claims[claim] = value;
        return claims;
    }

    private static JsonObject Without(string token, string claim)
    {
        var claims = Claims(token);
        claims.Remove(claim);
        return claims;
    }

    // A token of another kind has nothing that could be forged, and breaks the contract (2.6).
    private static JsonObject Claims(string? token)
    {
        var parts = (token ?? "").Split('.');
        var claims = parts.Length == 3 ? Read(parts[1]) : null;
        Verdict.That(claims is not null, "PropIQ's access token should be a JSON Web Token, but is something else");
        return claims!;
    }

    // Null for what is no part of a token.
    private static JsonObject? Read(string part)
    {
        try
        {
            return JsonNode.Parse(Base64UrlEncoder.Decode(part)) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static string Unsigned(JsonObject claims, string algorithm) => $"{Part(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" })}.{Part(claims)}.";

    private static string Sign(JsonObject claims, string key)
    {
        var signed = $"{Part(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" })}.{Part(claims)}";
        return $"{signed}.{Signature(signed, key)}";
    }

    private static string Signature(string signed, string key) =>
        Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)));

    private static string Part(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());

    private string SignRightly(JsonObject claims) => Sign(claims, PropIqUnderTest.Need(propIq.TokenKey, "token-secret"));
}
