using FluentAssertions;
using Npgsql;
using PropIQ.ReferenceApi.Storage;
using PropIQ.Sandbox.Commands;
using PropIQ.Sandbox.Databases;
using PropIQ.Sandbox.EnvironmentFiles;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox;

public sealed class EnvironmentTextTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["DATABASE_URL"] = "postgres://propiq:p%40ss@127.0.0.1:5432/propiq?sslmode=disable",
        ["STRIPE_SECRET_KEY"] = "sk_test_a'b=c d",
    };

    [Theory]
    [InlineData("Dotenv", "STRIPE_SECRET_KEY=sk_test_a'b=c d\n")]
    [InlineData("Shell", "export STRIPE_SECRET_KEY='sk_test_a'\\''b=c d'\n")]
    [InlineData("Json", "\"STRIPE_SECRET_KEY\": \"sk_test_a'b=c d\"")]
    [InlineData("Github", "STRIPE_SECRET_KEY=sk_test_a'b=c d\n")]
    public void What_is_written_in_any_format_is_read_again(string format, string holds)
    {
        var text = EnvironmentText.Of(Variables, Enum.Parse<EnvironmentFormat>(format));

        text.Should().Contain(holds);
        EnvironmentText.Read(text).Should().Equal(Variables);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"A\": 1}")]
    [InlineData("no variable")]
    [InlineData("=value")]
    public void What_is_no_environment_is_refused(string text)
    {
        var reading = () => EnvironmentText.Read(text);

        reading.Should().Throw<BadInputException>();
    }

    [Theory]
    [InlineData("JWT_SECRET", "abc", "***")]
    [InlineData("AZURE_OPENAI_KEY", "abc", "***")]
    [InlineData("DATABASE_URL", "postgres://propiq:p%40ss@127.0.0.1:5432/propiq", "postgres://propiq:***@127.0.0.1:5432/propiq")]
    [InlineData("STRIPE_API_BASE", "http://127.0.0.1:4000", "http://127.0.0.1:4000")]
    public void Secrets_are_shown_to_nobody(string name, string value, string shown) => Concealment.Shown(name, value).Should().Be(shown);

    [Fact]
    public void Secrets_are_known() =>
        Concealment.SecretsIn(Variables).Should().Equal("p%40ss", "sk_test_a'b=c d");

    [Theory]
    [InlineData("Host=127.0.0.1;Port=5433;Username=propiq;Password=p@ss/w:rd?#;Database=propiq_1;SSL Mode=Disable", "postgres://propiq:p%40ss%2Fw%3Ard%3F%23@127.0.0.1:5433/propiq_1?sslmode=disable")]
    [InlineData("Host=::1;Username=propiq;Database=a b;SSL Mode=VerifyFull", "postgres://propiq@[::1]:5432/a%20b?sslmode=verify-full")]
    public void A_connection_string_becomes_a_url_that_says_the_same(string connectionString, string url)
    {
        DatabaseUrl.Of(connectionString).Should().Be(url);

        Parts(DataSources.Parse(url)).Should().Be(Parts(new NpgsqlConnectionStringBuilder(connectionString)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000/health", "http://127.0.0.1:8000/stripe/webhook")]
    [InlineData("http://127.0.0.1:8000/propiq/health", "http://127.0.0.1:8000/stripe/webhook")]
    [InlineData("http://127.0.0.1:8000/api/v1/health", "http://127.0.0.1:8000/api/v1/stripe/webhook")]
    [InlineData("http://127.0.0.1:8000/api/v1/propiq/health?deep=1", "http://127.0.0.1:8000/api/v1/stripe/webhook")]
    [InlineData("http://127.0.0.1:8000/ready", "http://127.0.0.1:8000/stripe/webhook")]
    public void The_webhook_is_behind_the_same_prefix_as_the_health(string health, string webhook) =>
        Addresses.WebhookBeside(new Uri(health)).Should().Be(new Uri(webhook));

    private static (int Port, string? User, string? Password, string? Database, SslMode Encryption) Parts(NpgsqlConnectionStringBuilder settings) =>
        (settings.Port, settings.Username, settings.Password, settings.Database, settings.SslMode);
}
