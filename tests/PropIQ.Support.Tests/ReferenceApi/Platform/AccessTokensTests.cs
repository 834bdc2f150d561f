using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clauses 2.6 and 2.9: which tokens are believed.</summary>
public sealed class AccessTokensTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccessClaims Claims = new(Guid.NewGuid(), Guid.NewGuid(), "a@example.com", Noon.AddHours(1));
    private static readonly JwtAccessTokens Tokens = new(SomeOptions.Any);

    [Fact]
    public async Task Ours_says_what_it_was_given() => (await Tokens.ReadAsync(Tokens.Issue(Claims, Noon))).Should().Be(Claims);

    [Fact]
    public void Two_of_one_second_differ() => Tokens.Issue(Claims, Noon).Should().NotBe(Tokens.Issue(Claims, Noon));

    [Fact]
    public async Task One_long_past_its_time_is_still_ours() =>
        (await Tokens.ReadAsync(Tokens.Issue(Claims with { ExpiresAt = Noon.AddYears(-20) }, Noon.AddYears(-21)))).Should().NotBeNull();

    [Theory]
    [InlineData("sub")]
    [InlineData("sid")]
    [InlineData("email")]
    [InlineData("iat")]
    [InlineData("exp")]
    [InlineData("iss")]
    [InlineData("aud")]
    public async Task Without_one_of_its_claims_it_is_not_believed(string claim) =>
        (await Tokens.ReadAsync(Forged(claims => claims.Remove(claim)))).Should().BeNull();

    [Theory]
    [InlineData("iss", "someone-else")]
    [InlineData("aud", "another-api")]
    [InlineData("sub", "not an id")]
    [InlineData("sid", "42")]
    [InlineData("exp", "soon")]
    public async Task With_a_claim_that_is_wrong_it_is_not_believed(string claim, string value) =>
        (await Tokens.ReadAsync(Forged(claims => claims[claim] = value))).Should().BeNull();

    [Fact]
    public async Task The_forger_s_own_work_would_be_believed_otherwise() => (await Tokens.ReadAsync(Forged(_ => { }))).Should().Be(Claims);

    [Fact]
    public async Task With_another_key_it_is_not_believed() =>
        (await Tokens.ReadAsync(Forged(_ => { }, key: new string('x', 32)))).Should().BeNull();

    [Fact]
    public async Task With_another_algorithm_it_is_not_believed()
    {
        var key = new string('k', 64);
        var tokens = new JwtAccessTokens(SomeOptions.Any with { JwtSecret = key });

        (await tokens.ReadAsync(Forged(_ => { }, key: key))).Should().Be(Claims);
        (await tokens.ReadAsync(Forged(_ => { }, SecurityAlgorithms.HmacSha512, key))).Should().BeNull();
    }

    [Fact]
    public async Task Unsigned_it_is_not_believed()
    {
        var payload = Tokens.Issue(Claims, Noon).Split('.')[1];

        (await Tokens.ReadAsync($"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}.{payload}.")).Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    public async Task What_is_no_token_is_not_believed(string text) => (await Tokens.ReadAsync(text)).Should().BeNull();

    private static string Forged(Action<Dictionary<string, object>> alter, string algorithm = SecurityAlgorithms.HmacSha256, string? key = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = SomeOptions.Any.JwtIssuer,
            ["aud"] = SomeOptions.Any.JwtAudience,
            ["sub"] = Claims.UserId.ToString(),
            ["sid"] = Claims.SessionId.ToString(),
            ["email"] = Claims.Email,
            ["iat"] = Noon.ToUnixTimeSeconds(),
            ["exp"] = Claims.ExpiresAt.ToUnixTimeSeconds(),
        };
        alter(claims);
        var secret = System.Text.Encoding.UTF8.GetBytes(key ?? SomeOptions.Any.JwtSecret);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret), algorithm),
        });
    }
}
