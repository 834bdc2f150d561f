using FluentAssertions;
using Xunit;

namespace PropIQ.Targets.Tests;

public sealed class SecretsTests
{
    private const string Here = "base_url: http://127.0.0.1:8000";
    private const string Elsewhere = "base_url: https://staging.example.com";

    [Fact]
    public void The_text_form_names_secrets_without_telling_them()
    {
        var secrets = new TargetSecrets { Testing = "open sesame", Token = "a key" };

        secrets.ToString().Should().Be("testing, token");
    }

    [Fact]
    public void On_this_machine_secrets_have_usual_names_and_bring_their_capabilities()
    {
        var target = Reading.Of(Here, ("PROPIQ_TESTING_SECRET", "t"), ("STRIPE_WEBHOOK_SECRET", "w"), ("JWT_SECRET", "j"), ("PROPIQ_DIRECTOR", "http://127.0.0.1:9"), ("PROPIQ_DIRECTOR_SECRET", "d"));

        target.Secrets.Should().Be(new TargetSecrets { Testing = "t", Webhook = "w", Token = "j", Director = "d" });
        target.Capabilities.Should().Contain([.. Capability.OfTesting, .. Capability.OfDirector, Capability.WebhookSecret, Capability.TokenSecret]);
    }

    [Fact]
    public void Elsewhere_what_lies_around_in_the_environment_is_another_ones()
    {
        var target = Reading.Of(Elsewhere, ("PROPIQ_TESTING_SECRET", "t"), ("JWT_SECRET", "j"), ("PROPIQ_DIRECTOR", "http://127.0.0.1:9"), ("PROPIQ_DIRECTOR_SECRET", "d"));

        target.Secrets.Should().Be(TargetSecrets.None);
        target.Director.Should().BeNull();
        target.Capabilities.Should().BeEquivalentTo([Capability.ContractPlans]);
    }

    [Fact]
    public void Elsewhere_a_secret_is_used_whose_variable_the_file_names() =>
        Reading.Of($"{Elsewhere}\nsecrets: {{ token: STAGING_JWT }}", ("STAGING_JWT", "j")).Secrets.Token.Should().Be("j");

    [Fact]
    public void Elsewhere_there_is_no_testing_interface_to_have_a_secret_for() =>
        Reading.ErrorOf($"{Elsewhere}\nsecrets: {{ testing: STAGING_TESTING }}", ("STAGING_TESTING", "t")).Should().Contain("on loopback only");

    [Theory]
    [InlineData("whsec_4f2aC0ffee")]
    [InlineData("sk_live_51Habc")]
    [InlineData("correct horse battery staple")]
    public void A_secret_in_the_file_is_refused_and_not_repeated(string secret) =>
        Reading.ErrorOf($"{Here}\nsecrets: {{ webhook: \"{secret}\" }}").Should().Contain("t.yaml(2,").And.Contain("the name of an environment variable is expected").And.NotContain(secret);
}
