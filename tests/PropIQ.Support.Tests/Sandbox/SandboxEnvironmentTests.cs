using FluentAssertions;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Sandbox;

public sealed class SandboxEnvironmentTests
{
    private static readonly SandboxEnvironment Environment = new()
    {
        DatabaseUrl = "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=p",
        StripeApiBase = new Uri("http://127.0.0.1:2/"),
        OpenAiEndpoint = new Uri("http://127.0.0.1:3/"),
        SlackWebhookUrl = new Uri("http://127.0.0.1:4/services/T/B/x"),
        SendGridBaseUrl = new Uri("http://127.0.0.1:5/"),
        WandbBaseUrl = new Uri("http://127.0.0.1:6/"),
    };

    [Fact]
    public void The_variables_that_a_build_starts_with_are_all_there() =>
        Environment.ToVariables().Keys.Should().Contain(
        [
            "DATABASE_URL", "STRIPE_API_BASE", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_KEY",
            "SLACK_WEBHOOK_URL", "SENDGRID_BASE_URL", "WANDB_BASE_URL", "JWT_SECRET", "PROPIQ_TESTING_SECRET",
        ]);

    [Fact]
    public void The_reference_api_reads_from_them_what_the_environment_says() =>
        Environment.ToOptions("http://127.0.0.1:7", "seven").Should().BeEquivalentTo(new
        {
            Environment.DatabaseUrl,
            Environment.StripeApiBase,
            Environment.StripeSecretKey,
            Environment.StripeWebhookSecret,
            Environment.OpenAiEndpoint,
            SandboxEnvironment.OpenAiKey,
            Environment.SlackWebhookUrl,
            Environment.SendGridBaseUrl,
            SandboxEnvironment.SendGridKey,
            Environment.WandbBaseUrl,
            Environment.JwtSecret,
            Environment.TestingSecret,
            Environment.PasswordIterations,
            Environment.DatabaseTimeout,
            Environment.OpenAiTimeout,
            Environment.OutboxRetry,
            Url = "http://127.0.0.1:7",
            InstanceName = "seven",
            Logs = LogStyle.Quiet,
        });

    [Fact]
    public void Secrets_are_test_secrets() =>
        Environment.ToVariables()["STRIPE_SECRET_KEY"].Should().StartWith("sk_test_");
}
