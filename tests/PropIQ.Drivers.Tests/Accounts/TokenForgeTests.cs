using System.IdentityModel.Tokens.Jwt;
using System.Text;
using FluentAssertions;
using Microsoft.IdentityModel.Tokens;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Accounts;

/// <summary>Forged tokens, read by the library that servers read them with: each is wrong in what it is called, and in nothing else.</summary>
public sealed class TokenForgeTests
{
    private const string Key = "a-key-of-propiq-s-that-is-long-enough";
    private static readonly PropIqUnderTest Target = new(new Uri("http://propiq.test")) { TokenKey = Key };
    private readonly TokenForge forge = new(Target);
    private readonly Actor paula = LoggedIn("Paula", "u-1", "s-1");
    private readonly Actor frank = LoggedIn("Frank", "u-2", "s-2");

    [Fact]
    public void A_foreign_key_signs_the_same_claims()
    {
        var forged = forge.Forge(paula, "signed with another key");

        Claims(forged).Should().BeEquivalentTo(Claims(paula.Token!));
        (Header(forged).Alg, IsSigned(forged), IsSigned(paula.Token!)).Should().Be(("HS256", false, true));
    }

    [Theory]
    [InlineData("not signed at all", "none")]
    [InlineData("not signed at all, and saying so in capitals", "NONE")]
    public void An_unsigned_token_says_so(string flaw, string algorithm)
    {
        var forged = forge.Forge(paula, flaw);

        Claims(forged).Should().BeEquivalentTo(Claims(paula.Token!));
        Header(forged).Alg.Should().Be(algorithm);
        forged.Should().EndWith(".");
    }

    [Theory]
    [InlineData("without an expiry", "exp")]
    [InlineData("without a session", "sid")]
    [InlineData("without an owner", "sub")]
    [InlineData("without a time of issue", "iat")]
    [InlineData("without an e-mail address", "email")]
    [InlineData("without an issuer", "iss")]
    [InlineData("without an audience", "aud")]
    public void A_claim_is_missing_from_a_token_that_is_rightly_signed(string flaw, string claim) =>
        Differ(forge.Forge(paula, flaw), claims => claims.Remove(claim));

    [Fact]
    public void A_claim_is_another_in_a_token_that_is_rightly_signed()
    {
        Differ(forge.Forge(paula, "from another issuer"), claims => claims["iss"] = "somebody-else");
        Differ(forge.Forge(paula, "for another audience"), claims => claims["aud"] = "another-api");
        Differ(forge.Forge(paula, "of another person's session", frank), claims => claims["sid"] = "s-2");
        Differ(forge.Forge(paula, "of another person's session and address", frank), claims => (claims["sid"], claims["email"]) = ("s-2", frank.Email));
        Differ(forge.Minted(paula, Made.Then, TimeSpan.FromMinutes(5)), claims => (claims["iat"], claims["exp"]) = (Made.Then.ToUnixTimeSeconds(), Made.Then.ToUnixTimeSeconds() + 300));
    }

    [Fact]
    public void A_token_is_cut()
    {
        var genuine = paula.Token!;

        forge.Forge(paula, "without its signature").Should().Be(string.Join('.', [.. genuine.Split('.')[..2], ""]));
        genuine.Should().StartWith(forge.Forge(paula, "cut short")).And.NotBe(forge.Forge(paula, "cut short"));
        forge.Forge(paula, "not a token").Should().NotContain(".");
        FluentActions.Invoking(() => forge.Forge(paula, "in gold")).Should().Throw<ArgumentException>().WithMessage("No way to forge a token is called \"in gold\".");
    }

    [Theory]
    [InlineData("let-me-in")]
    [InlineData("e30.e30")]
    [InlineData("e30.!.e30")]
    [InlineData("e30.W10.e30")]
    [InlineData("e30.e3.e30")]
    public void What_is_no_JSON_Web_Token_cannot_be_forged(string token)
    {
        paula.Device.Session = new Tokens(token, "bearer", 3600, "refresh", null);

        Verdicts.Fails(() => forge.Forge(paula, "signed with another key"), "PropIQ's access token should be a JSON Web Token, but is something else");
    }

    [Fact]
    public void Who_has_no_token_or_no_key_cannot_forge()
    {
        paula.Device.Session = null;
        Verdicts.Fails(() => forge.Forge(paula, "cut short"), "PropIQ's answer should give an access token, but does not");
        FluentActions.Invoking(() => new TokenForge(Target with { TokenKey = null }).Forge(frank, "without an expiry"))
            .Should().Throw<MissingCapabilityException>().Which.Capability.Should().Be("token-secret");
    }

    [Theory]
    [InlineData(0L, 3600L, 3600)]
    [InlineData(1_000L, 253_402_300_799L, 253_402_299_799d)]
    public void A_lifetime_is_from_issue_to_expiry(long issued, long expires, double seconds)
    {
        Has(("iat", issued), ("exp", expires));

        TokenForge.Lifetime(paula).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("exp", -1L)]
    [InlineData("exp", 253_402_300_800L)]
    [InlineData("iat", "now")]
    [InlineData("iat", null)]
    public void Times_are_numbers_of_seconds(string claim, object? value)
    {
        Has((claim, value));

        Verdicts.Fails(() => TokenForge.Lifetime(paula), $"PropIQ's answer should give \"{claim}\" as a number of seconds in the access token, but does not");
    }

    internal static Actor LoggedIn(string name, string id, string session)
    {
        var actor = Made.Person(name);
        var claims = new JwtPayload
        {
            ["iss"] = "propiq", ["aud"] = "propiq-api", ["sub"] = id, ["email"] = actor.Email, ["sid"] = session, ["iat"] = 1_900_000_000L, ["exp"] = 1_900_003_600L,
        };
        actor.Device.Session = new Tokens(Signed(claims), "bearer", 3600, "refresh", new Account(id, actor.Email, "free"));
        return actor;
    }

    private static string Signed(JwtPayload claims) => new JwtSecurityTokenHandler().WriteToken(
        new JwtSecurityToken(new JwtHeader(new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Key)), "HS256")), claims));

    private static JwtHeader Header(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).Header;

    private static JwtPayload Claims(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).Payload;

    private static bool IsSigned(string token)
    {
        var parts = new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Key)), ValidateIssuer = false, ValidateAudience = false, ValidateLifetime = false, RequireExpirationTime = false,
        };
        try
        {
            new JwtSecurityTokenHandler().ValidateToken(token, parts, out _);
            return true;
        }
        catch (SecurityTokenException)
        {
            return false;
        }
    }

    private void Differ(string forged, Action<JwtPayload> difference)
    {
        var claims = Claims(paula.Token!);
        difference(claims);
        Claims(forged).Should().BeEquivalentTo(claims);
        IsSigned(forged).Should().BeTrue();
    }

    private void Has(params (string Name, object? Value)[] changes)
    {
        var claims = Claims(paula.Token!);
        foreach (var (name, value) in changes)
        {
            claims[name] = value!;
        }

        paula.Device.Session = paula.Device.Session! with { AccessToken = Signed(claims) };
    }
}
