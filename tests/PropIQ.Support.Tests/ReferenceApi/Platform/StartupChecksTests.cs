using FluentAssertions;
using PropIQ.ReferenceApi.Hosting;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>What keeps a host from starting is said with the setting's name, and without a secret.</summary>
public sealed class StartupChecksTests
{
    public static TheoryData<string, Func<ReferenceApiOptions, ReferenceApiOptions>> Mistakes => new()
    {
        { "JWT_SECRET", options => options with { JwtSecret = new string('k', 31) } },
        { "STRIPE_SECRET_KEY", options => options with { StripeSecretKey = "sk_live_1", TestingSecret = "secret" } },
        { "PROPIQ_TESTING_SECRET", options => options with { TestingSecret = "" } },
        { "PROPIQ_URL", options => options with { Url = "https://example.com" } },
        { "DATABASE_URL", options => options with { DatabaseUrl = "hello there" } },
        { "DATABASE_URL", options => options },
        { "DATABASE_TIMEOUT_SECONDS", options => options with { DatabaseTimeout = TimeSpan.Zero } },
        { "RATE_LIMIT_PER_SECOND", options => options with { RateLimitPerSecond = 0 } },
        { "TRUSTED_PROXIES", options => options with { TrustedProxies = ["everyone"] } },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_mistake_is_named(string setting, Func<ReferenceApiOptions, ReferenceApiOptions> mistake)
    {
        var start = () => ReferenceApiHost.StartAsync(mistake(SomeOptions.Any), null, TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<StartupException>()).WithMessage($"*{setting}*").Which.Message.Should().NotContain("hush-hush");
    }

    [Fact]
    public void A_live_key_is_fine_without_the_testing_interface() =>
        StartupChecks.Run(SomeOptions.Any with { StripeSecretKey = "sk_live_1" });

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var read = () => new OptionsReader(name => name == "DATABASE_TIMEOUT_SECONDS" ? "soon" : null).Read();

        read.Should().Throw<StartupException>().Which.Message.Should()
            .Contain("DATABASE_URL").And.Contain("JWT_SECRET").And.Contain("STRIPE_WEBHOOK_SECRET").And.Contain("DATABASE_TIMEOUT_SECONDS");
    }
}
