using System.Globalization;
using Npgsql;
using PropIQ.Mocks.Stripe;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.Sandbox;

/// <summary>
/// The environment that a PropIQ build starts with inside the sandbox: the one place that knows both the variables' names
/// and the reference API's options. Everything in it is made up for one run; nothing opens anything outside the sandbox.
/// </summary>
public sealed record SandboxEnvironment
{
    /// <summary>Npgsql connection string: <c>DATABASE_URL</c>.</summary>
    public required string DatabaseUrl { get; init; }

    /// <summary><c>STRIPE_API_BASE</c>.</summary>
    public required Uri StripeApiBase { get; init; }

    /// <summary>A test key: <c>STRIPE_SECRET_KEY</c>.</summary>
    public string StripeSecretKey { get; init; } = "sk_test_sandbox";

    /// <summary>Signs webhooks: <c>STRIPE_WEBHOOK_SECRET</c>.</summary>
    public string StripeWebhookSecret { get; init; } = "whsec_sandbox";

    /// <summary><c>AZURE_OPENAI_ENDPOINT</c>.</summary>
    public required Uri OpenAiEndpoint { get; init; }

    /// <summary><c>AZURE_OPENAI_KEY</c>.</summary>
    public const string OpenAiKey = "sandbox-openai-key";

    /// <summary>The deployment that the mock Azure OpenAI has: <c>AZURE_OPENAI_DEPLOYMENT</c>.</summary>
    public const string OpenAiDeployment = "gpt-4o-mini";

    /// <summary><c>SLACK_WEBHOOK_URL</c>.</summary>
    public required Uri SlackWebhookUrl { get; init; }

    /// <summary><c>SENDGRID_BASE_URL</c>.</summary>
    public required Uri SendGridBaseUrl { get; init; }

    /// <summary><c>SENDGRID_API_KEY</c>.</summary>
    public const string SendGridKey = "SG.sandbox";

    /// <summary><c>WANDB_BASE_URL</c>.</summary>
    public required Uri WandbBaseUrl { get; init; }

    /// <summary>HS256 key: <c>JWT_SECRET</c>.</summary>
    public string JwtSecret { get; init; } = "sandbox-jwt-secret-that-is-long-enough-for-hs256";

    /// <summary>Opens the testing interface: <c>PROPIQ_TESTING_SECRET</c>.</summary>
    public string TestingSecret { get; init; } = "sandbox-testing-secret";

    /// <summary>PBKDF2 iterations, light on purpose, so that a run measures PropIQ and not the hash: <c>PASSWORD_ITERATIONS</c>.</summary>
    public int PasswordIterations { get; init; } = 100;

    /// <summary>Short, so that a scenario about time-outs is: <c>DATABASE_TIMEOUT_SECONDS</c>.</summary>
    public TimeSpan DatabaseTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Short, for the same reason: <c>AZURE_OPENAI_TIMEOUT_SECONDS</c>.</summary>
    public TimeSpan OpenAiTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Short, for the same reason: <c>STRIPE_TIMEOUT_SECONDS</c>.</summary>
    public TimeSpan StripeTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary><c>OUTBOX_RETRY_SECONDS</c>.</summary>
    public TimeSpan OutboxRetry { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The variables by name, for a process that is started with them.</summary>
    public IReadOnlyDictionary<string, string> ToVariables() => new Dictionary<string, string>
    {
        ["DATABASE_URL"] = DatabaseUrl,
        ["STRIPE_API_BASE"] = StripeApiBase.ToString(),
        ["STRIPE_SECRET_KEY"] = StripeSecretKey,
        ["STRIPE_WEBHOOK_SECRET"] = StripeWebhookSecret,
        ["STRIPE_PRICE_STARTER"] = Prices["starter"],
        ["STRIPE_PRICE_PRO"] = Prices["pro"],
        ["STRIPE_PRICE_ELITE"] = Prices["elite"],
        ["AZURE_OPENAI_ENDPOINT"] = OpenAiEndpoint.ToString(),
        ["AZURE_OPENAI_KEY"] = OpenAiKey,
        ["AZURE_OPENAI_DEPLOYMENT"] = OpenAiDeployment,
        ["SLACK_WEBHOOK_URL"] = SlackWebhookUrl.ToString(),
        ["SENDGRID_BASE_URL"] = SendGridBaseUrl.ToString(),
        ["SENDGRID_API_KEY"] = SendGridKey,
        ["WANDB_BASE_URL"] = WandbBaseUrl.ToString(),
        ["JWT_SECRET"] = JwtSecret,
        ["PROPIQ_TESTING_SECRET"] = TestingSecret,
        ["PASSWORD_ITERATIONS"] = PasswordIterations.ToString(CultureInfo.InvariantCulture),
        ["DATABASE_TIMEOUT_SECONDS"] = Seconds(DatabaseTimeout),
        ["AZURE_OPENAI_TIMEOUT_SECONDS"] = Seconds(OpenAiTimeout),
        ["STRIPE_TIMEOUT_SECONDS"] = Seconds(StripeTimeout),
        ["OUTBOX_RETRY_SECONDS"] = Seconds(OutboxRetry),
    };

    /// <summary>
    /// The same for a PropIQ in any language: the database as a URL (<c>postgres://…</c>), no slash at the end of an address,
    /// since a path may be put behind it as text. Without a database, there is no <c>DATABASE_URL</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> ToPortableVariables() => ToVariables()
        .Where(variable => variable.Key != "DATABASE_URL" || DatabaseUrl.Length > 0)
        .ToDictionary(variable => variable.Key, variable => variable.Key == "DATABASE_URL" ? Databases.DatabaseUrl.Of(DatabaseUrl) : variable.Value.TrimEnd('/'));

    /// <summary>The same as the reference API reads it, listening at <paramref name="url"/> and logging nothing.</summary>
    public ReferenceApiOptions ToOptions(string url, string instanceName) => new OptionsReader(ToVariables().GetValueOrDefault).Read() with
    {
        Url = url,
        InstanceName = instanceName,
        Logs = LogStyle.Quiet,
    };

    /// <summary>The database's settings, as a copy to change.</summary>
    internal NpgsqlConnectionStringBuilder Database() => new(DatabaseUrl);

    /// <summary>The mock Stripe's own.</summary>
    private static IReadOnlyDictionary<string, string> Prices { get; } = new StripeMockOptions().PriceIds;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
