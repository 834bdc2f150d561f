namespace PropIQ.ReferenceApi.Hosting;

/// <summary>Everything that is configuration. <see cref="OptionsReader"/> reads the environment's names given beside each.</summary>
public sealed record ReferenceApiOptions
{
    /// <summary>Npgsql connection string (or postgres:// URL): <c>DATABASE_URL</c>.</summary>
    public required string DatabaseUrl { get; init; }

    /// <summary>Where to listen; port 0 takes a free one: <c>PROPIQ_URL</c>.</summary>
    public string Url { get; init; } = "http://127.0.0.1:8000";

    /// <summary>HS256 key, at least 32 bytes: <c>JWT_SECRET</c>.</summary>
    public required string JwtSecret { get; init; }

    /// <summary><c>iss</c>: <c>JWT_ISSUER</c>.</summary>
    public string JwtIssuer { get; init; } = "propiq";

    /// <summary><c>aud</c>: <c>JWT_AUDIENCE</c>.</summary>
    public string JwtAudience { get; init; } = "propiq-api";

    /// <summary>PBKDF2-HMAC-SHA256 iterations: <c>PASSWORD_ITERATIONS</c>. The default is production strength (OWASP, 2023).</summary>
    public int PasswordIterations { get; init; } = 600_000;

    /// <summary><c>AZURE_OPENAI_ENDPOINT</c>.</summary>
    public required Uri OpenAiEndpoint { get; init; }

    /// <summary><c>AZURE_OPENAI_KEY</c>.</summary>
    public required string OpenAiKey { get; init; }

    /// <summary><c>AZURE_OPENAI_DEPLOYMENT</c>.</summary>
    public string OpenAiDeployment { get; init; } = "gpt-4o-mini";

    /// <summary>How long the AI may take (clause 3.8): <c>AZURE_OPENAI_TIMEOUT_SECONDS</c>.</summary>
    public TimeSpan OpenAiTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>STRIPE_API_BASE</c>.</summary>
    public Uri StripeApiBase { get; init; } = new("https://api.stripe.com");

    /// <summary><c>STRIPE_SECRET_KEY</c>.</summary>
    public required string StripeSecretKey { get; init; }

    /// <summary><c>STRIPE_WEBHOOK_SECRET</c>.</summary>
    public required string StripeWebhookSecret { get; init; }

    /// <summary>How long one call of Stripe may take: <c>STRIPE_TIMEOUT_SECONDS</c>.</summary>
    public TimeSpan StripeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where customers come back to from a checkout: <c>PROPIQ_APP_URL</c>.</summary>
    public Uri AppUrl { get; init; } = new("http://localhost:8000");

    /// <summary>Price id by paid tier: <c>STRIPE_PRICE_STARTER</c>, <c>_PRO</c>, <c>_ELITE</c>.</summary>
    public IReadOnlyDictionary<string, string> PriceIds { get; init; } = new Dictionary<string, string>
    {
        ["starter"] = "price_starter",
        ["pro"] = "price_pro",
        ["elite"] = "price_elite",
    };

    /// <summary><c>SLACK_WEBHOOK_URL</c>; null sends nothing.</summary>
    public Uri? SlackWebhookUrl { get; init; }

    /// <summary><c>SENDGRID_BASE_URL</c>; null sends nothing.</summary>
    public Uri? SendGridBaseUrl { get; init; }

    /// <summary><c>SENDGRID_API_KEY</c>.</summary>
    public string SendGridKey { get; init; } = "";

    /// <summary>Sender of e-mails: <c>MAIL_FROM</c>.</summary>
    public string MailFrom { get; init; } = "welcome@propiq.example";

    /// <summary><c>WANDB_BASE_URL</c>; null sends nothing.</summary>
    public Uri? WandbBaseUrl { get; init; }

    /// <summary>The database's time limit (clause 3.9): <c>DATABASE_TIMEOUT_SECONDS</c>.</summary>
    public TimeSpan DatabaseTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests a second, per session and per anonymous address (clause 7.1): <c>RATE_LIMIT_PER_SECOND</c>.</summary>
    public int RateLimitPerSecond { get; init; } = 20;

    /// <summary>Proxies whose X-Forwarded-For counts, comma-separated: <c>TRUSTED_PROXIES</c>.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Opens the testing interface (section 10) behind this secret; null leaves it out: <c>PROPIQ_TESTING_SECRET</c>.</summary>
    public string? TestingSecret { get; init; }

    /// <summary>A name for this instance, kept over restarts: its own unfinished reservations are dropped at start: <c>PROPIQ_INSTANCE</c>.</summary>
    public string InstanceName { get; init; } = "propiq";

    /// <summary>Pause before the first retry of an outbox message; doubles each time: <c>OUTBOX_RETRY_SECONDS</c>.</summary>
    public TimeSpan OutboxRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Logging: <c>PROPIQ_LOG</c>, quiet, simple or json (the environment's default).</summary>
    public LogStyle Logs { get; init; } = LogStyle.Quiet;
}
