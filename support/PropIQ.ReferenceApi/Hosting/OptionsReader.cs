using System.Globalization;

namespace PropIQ.ReferenceApi.Hosting;

/// <summary>Reads the configuration from named settings, as the environment has them. All that is missing or unreadable is said at once.</summary>
public sealed class OptionsReader(Func<string, string?> setting)
{
    private readonly List<string> complaints = [];

    /// <summary>The options that the process's environment describes; a <see cref="StartupException"/> names what is wrong with it.</summary>
    public static ReferenceApiOptions FromEnvironment() => new OptionsReader(Environment.GetEnvironmentVariable).Read();

    /// <summary>The options that the settings describe.</summary>
    public ReferenceApiOptions Read()
    {
        var defaults = new ReferenceApiOptions
        {
            DatabaseUrl = Required("DATABASE_URL"),
            JwtSecret = Required("JWT_SECRET"),
            OpenAiEndpoint = Address("AZURE_OPENAI_ENDPOINT", required: true)!,
            OpenAiKey = Required("AZURE_OPENAI_KEY"),
            StripeSecretKey = Required("STRIPE_SECRET_KEY"),
            StripeWebhookSecret = Required("STRIPE_WEBHOOK_SECRET"),
        };
        var options = defaults with
        {
            Url = Text("PROPIQ_URL") ?? defaults.Url,
            JwtIssuer = Text("JWT_ISSUER") ?? defaults.JwtIssuer,
            JwtAudience = Text("JWT_AUDIENCE") ?? defaults.JwtAudience,
            PasswordIterations = (int)Number("PASSWORD_ITERATIONS", defaults.PasswordIterations),
            OpenAiDeployment = Text("AZURE_OPENAI_DEPLOYMENT") ?? defaults.OpenAiDeployment,
            OpenAiTimeout = Seconds("AZURE_OPENAI_TIMEOUT_SECONDS", defaults.OpenAiTimeout),
            StripeApiBase = Address("STRIPE_API_BASE") ?? defaults.StripeApiBase,
            StripeTimeout = Seconds("STRIPE_TIMEOUT_SECONDS", defaults.StripeTimeout),
            AppUrl = Address("PROPIQ_APP_URL") ?? defaults.AppUrl,
            PriceIds = defaults.PriceIds.ToDictionary(price => price.Key, price => Text($"STRIPE_PRICE_{price.Key.ToUpperInvariant()}") ?? price.Value),
            SlackWebhookUrl = Address("SLACK_WEBHOOK_URL"),
            SendGridBaseUrl = Address("SENDGRID_BASE_URL"),
            SendGridKey = Text("SENDGRID_API_KEY") ?? defaults.SendGridKey,
            MailFrom = Text("MAIL_FROM") ?? defaults.MailFrom,
            WandbBaseUrl = Address("WANDB_BASE_URL"),
            DatabaseTimeout = Seconds("DATABASE_TIMEOUT_SECONDS", defaults.DatabaseTimeout),
            RateLimitPerSecond = (int)Number("RATE_LIMIT_PER_SECOND", defaults.RateLimitPerSecond),
            TrustedProxies = Text("TRUSTED_PROXIES")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            TestingSecret = Text("PROPIQ_TESTING_SECRET"),
            InstanceName = Text("PROPIQ_INSTANCE") ?? defaults.InstanceName,
            OutboxRetry = Seconds("OUTBOX_RETRY_SECONDS", defaults.OutboxRetry),
            Logs = Style(Text("PROPIQ_LOG") ?? nameof(LogStyle.Json)),
        };
        return complaints.Count == 0 ? options : throw new StartupException(string.Join(Environment.NewLine, complaints));
    }

    private string? Text(string name) => setting(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private string Required(string name)
    {
        if (Text(name) is { } value)
        {
            return value;
        }

        complaints.Add($"{name} is not set. Set it in the environment (see the README).");
        return "";
    }

    private Uri? Address(string name, bool required = false)
    {
        var value = required ? Required(name) : Text(name);
        if (value is null or "")
        {
            return null;
        }

        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        complaints.Add($"{name} is not an http or https address.");
        return null;
    }

    private double Number(string name, double otherwise)
    {
        if (Text(name) is not { } value)
        {
            return otherwise;
        }

        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < int.MaxValue)
        {
            return number;
        }

        complaints.Add($"{name} must be a number over 0.");
        return otherwise;
    }

    private TimeSpan Seconds(string name, TimeSpan otherwise) => TimeSpan.FromSeconds(Number(name, otherwise.TotalSeconds));

    private LogStyle Style(string value)
    {
        if (Enum.TryParse<LogStyle>(value, ignoreCase: true, out var style) && Enum.IsDefined(style))
        {
            return style;
        }

        complaints.Add("PROPIQ_LOG must be quiet, simple or json.");
        return LogStyle.Quiet;
    }
}
