using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Contract;

/// <summary>Clauses 2.6 and 2.9: which tokens are believed.</summary>
public sealed class TokenTests(SandboxFixture sandbox)
{
    /// <summary>By name, a way to spoil a real token, given the right key.</summary>
    private static readonly Dictionary<string, Func<Forger, string>> Ways = new()
    {
        ["alg none, unsigned"] = t => t.Token.Headed("alg", "none").Unsigned(),
        ["alg None, unsigned"] = t => t.Token.Headed("alg", "None").Unsigned(),
        ["alg NONE, rightly signed"] = t => t.Token.Headed("alg", "NONE").Signed(t.Key),
        ["no alg"] = t => { t.Token.Header.Remove("alg"); return t.Token.Signed(t.Key); },
        ["unsigned, alg kept"] = t => t.Token.Unsigned(),
        ["another algorithm with the right key"] = t => t.Token.Headed("alg", "HS512").Signed(data => HMACSHA512.HashData(Encoding.UTF8.GetBytes(t.Key), data)),
        ["an algorithm that it is not"] = t => t.Token.Headed("alg", "RS256").Signed(t.Key),
        ["another key"] = t => t.Token.Signed("another-key-that-is-as-long-as-the-real-one-is"),
        ["an empty key"] = t => t.Token.Signed(""),
        ["a key of its own in the header"] = t => t.Token.Headed("jwk", new System.Text.Json.Nodes.JsonObject { ["kty"] = "oct", ["k"] = "AAAA" }).Signed("\0\0\0"),
        ["another issuer"] = t => t.Token.With("iss", "someone-else").Signed(t.Key),
        ["another audience"] = t => t.Token.With("aud", "someone-else").Signed(t.Key),
        ["no iss"] = t => t.Token.Without("iss").Signed(t.Key),
        ["no aud"] = t => t.Token.Without("aud").Signed(t.Key),
        ["no sub"] = t => t.Token.Without("sub").Signed(t.Key),
        ["no email"] = t => t.Token.Without("email").Signed(t.Key),
        ["no sid"] = t => t.Token.Without("sid").Signed(t.Key),
        ["no iat"] = t => t.Token.Without("iat").Signed(t.Key),
        ["no exp"] = t => t.Token.Without("exp").Signed(t.Key),
        ["exp as text"] = t => t.Token.With("exp", "tomorrow").Signed(t.Key),
        ["exp null"] = t => t.Token.With("exp", null).Signed(t.Key),
        ["sub not an id"] = t => t.Token.With("sub", "' or 1=1").Signed(t.Key),
        ["sub of nobody"] = t => t.Token.With("sub", Guid.NewGuid().ToString()).Signed(t.Key),
        ["sub of somebody else"] = t => t.Token.With("sub", t.SomebodyElse.Id).Signed(t.Key),
        ["sid of nobody"] = t => t.Token.With("sid", Guid.NewGuid().ToString()).Signed(t.Key),
        ["sid of somebody else"] = t => t.Token.With("sid", new MintedToken(t.SomebodyElse.Token)["sid"]).Signed(t.Key),
        ["changed after signing"] = t => t.Token.With("email", "admin@propiq.test").Tampered(),
        ["a byte more"] = t => t.Token.Signed(t.Key) + "A",
        ["a fourth part"] = t => t.Token.Signed(t.Key) + ".x",
        ["two parts"] = t => t.Token.Signed(t.Key).Split('.')[0] + ".x",
        ["the refresh token"] = t => t.RefreshToken,
        ["garbage"] = _ => "garbage",
        ["three dots"] = _ => "...",
        ["a flood"] = _ => new string('A', 8_000),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forgeries => new(Ways.Keys);

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_ours_is_unauthorized(string way)
    {
        using var visitor = await ArriveAsync();
        using var other = await ArriveAsync();
        var forger = new Forger(new MintedToken(visitor.Token), visitor.Host.Environment.JwtSecret, visitor.RefreshToken, other);

        var problem = await visitor.Client.GetProfileAsync(Ways[way](forger), Cancellation).IsRefused(401, "unauthorized");

        problem.Detail.Should().NotContainAny("IDX", "Exception", "System.");
    }

    [Fact]
    public async Task A_token_minted_with_the_right_key_and_claims_is_believed()
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.GetProfileAsync(new MintedToken(visitor.Token).Signed(visitor.Host.Environment.JwtSecret), Cancellation).Succeeds();
    }

    [Fact]
    public async Task An_expired_token_is_told_apart_from_a_forged_one()
    {
        using var visitor = await ArriveAsync();
        var past = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds();
        var key = visitor.Host.Environment.JwtSecret;

        await visitor.Client.GetProfileAsync(new MintedToken(visitor.Token).With("exp", past).Signed(key), Cancellation).IsRefused(401, "token_expired");
        await visitor.Client.GetProfileAsync(new MintedToken(visitor.Token).With("exp", past).Signed("another-key-that-is-as-long-as-the-real-one-is"), Cancellation)
            .IsRefused(401, "unauthorized");
    }

    [Theory]
    [InlineData("Basic {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer {0}, Bearer {0}")]
    [InlineData("Bearer\t\"{0}\"")]
    [InlineData("Token {0}")]
    public async Task An_authorization_that_is_no_bearer_is_unauthorized(string header)
    {
        using var visitor = await ArriveAsync();
        var request = new RawRequest("GET", "/auth/me").WithHeader("Authorization", string.Format(System.Globalization.CultureInfo.InvariantCulture, header, visitor.Token));

        await visitor.Client.SendRawAsync(request, Cancellation).IsRefused(401, "unauthorized");
    }

    [Fact]
    public async Task Two_authorizations_are_none()
    {
        using var visitor = await ArriveAsync();
        var request = new RawRequest("GET", "/auth/me") { AccessToken = visitor.Token }.WithHeader("Authorization", "Bearer garbage");

        await visitor.Client.SendRawAsync(request, Cancellation).IsRefused(401, "unauthorized");
    }

    [Fact]
    public async Task The_scheme_is_read_without_case_as_HTTP_has_it()
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.SendRawAsync(new RawRequest("GET", "/auth/me").WithHeader("Authorization", $"bearer {visitor.Token}"), Cancellation).Succeeds();
    }

    [Fact]
    public async Task A_refused_token_names_the_scheme_to_use()
    {
        using var visitor = await ArriveAsync();

        var answer = await visitor.Client.GetProfileAsync(null, Cancellation);

        answer.Exchange.ResponseHeaders.Should().Contain(header => header.Key == "WWW-Authenticate" && header.Value.StartsWith("Bearer"));
    }

    private async Task<Visitor> ArriveAsync() => await Visitor.ArriveAsync(await (await sandbox.WorldAsync()).SharedHost);
}
