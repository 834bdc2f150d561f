using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Hosting;

/// <summary>What would keep a host from working is said at start, with the setting's name and the mend.</summary>
public static class StartupChecks
{
    private const int MinSecretBytes = 32;
    private const int Tries = 3;

    /// <summary>Looks at the configuration alone.</summary>
    public static void Run(ReferenceApiOptions options)
    {
        if (Encoding.UTF8.GetByteCount(options.JwtSecret) < MinSecretBytes)
        {
            throw new StartupException($"JWT_SECRET is too short for HS256. Set it to at least {MinSecretBytes} bytes, such as the output of \"openssl rand -hex 32\".");
        }

        if (options.TestingSecret is not null && (IsLive(options.StripeSecretKey) || options.TestingSecret.Length == 0))
        {
            throw new StartupException(options.TestingSecret.Length == 0
                ? "PROPIQ_TESTING_SECRET is empty. Unset it to leave the testing interface out, or set it to a secret."
                : "STRIPE_SECRET_KEY is a live key while PROPIQ_TESTING_SECRET opens the testing interface. Use a test key (sk_test_…), or unset PROPIQ_TESTING_SECRET.");
        }

        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
        {
            throw new StartupException($"PROPIQ_URL \"{options.Url}\" is not an address to listen on. Set it to something like \"http://127.0.0.1:8000\".");
        }

        ClientAddress.ReadNetworks(options);
        RequirePositive(options.DatabaseTimeout.TotalSeconds, "DATABASE_TIMEOUT_SECONDS");
        RequirePositive(options.OpenAiTimeout.TotalSeconds, "AZURE_OPENAI_TIMEOUT_SECONDS");
        RequirePositive(options.StripeTimeout.TotalSeconds, "STRIPE_TIMEOUT_SECONDS");
        RequirePositive(options.OutboxRetry.TotalSeconds, "OUTBOX_RETRY_SECONDS");
        RequirePositive(options.RateLimitPerSecond, "RATE_LIMIT_PER_SECOND");
        RequirePositive(options.PasswordIterations, "PASSWORD_ITERATIONS");
    }

    /// <summary>Migrates and takes the start's steps, or says why the database cannot be used.</summary>
    public static async Task PrepareAsync(IServiceProvider services, ReferenceApiOptions options, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await PrepareOnceAsync(services, cancellationToken);
                return;
            }
            catch (Exception failure) when (IsBusy(failure) && tries < Tries)
            {
                // Where much starts at once, the time limit of a request is soon over.
            }
            catch (Exception failure) when (failure is NpgsqlException or SocketException or TimeoutException or Refusal)
            {
                throw Unusable(options, failure);
            }
        }
    }

    /// <summary>Starts to listen, or says why the address cannot be had.</summary>
    public static async Task ListenAsync(WebApplication app, ReferenceApiOptions options, CancellationToken cancellationToken)
    {
        try
        {
            TryAddress(new Uri(options.Url));
            await app.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw new StartupException(
                $"Cannot listen on {options.Url}: {failure.Message.TrimEnd('.')}. Stop whatever listens there, or set PROPIQ_URL to another address.",
                failure);
        }
        catch (Refusal failure)
        {
            throw Unusable(options, failure);
        }
    }

    private static async Task PrepareOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await Migrations.RunAsync(services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);
        foreach (var step in services.GetServices<IStartStep>())
        {
            await step.RunAsync(cancellationToken);
        }
    }

    private static bool IsBusy(Exception failure) => failure is TimeoutException or NpgsqlException { InnerException: TimeoutException } or Refusal { Status: 504 };

    private static StartupException Unusable(ReferenceApiOptions options, Exception failure)
    {
        var settings = DataSources.Parse(options.DatabaseUrl);
        return new StartupException(
            $"The database \"{settings.Database}\" at {settings.Host}:{settings.Port} as \"{settings.Username}\" cannot be used: {failure.Message.TrimEnd('.')}. "
            + "Start PostgreSQL there, or correct DATABASE_URL.",
            failure);
    }

    // Before the server does, since it would log a stack trace first.
    private static void TryAddress(Uri url)
    {
        if (url.Port != 0 && IPAddress.TryParse(url.IdnHost == "localhost" ? "127.0.0.1" : url.IdnHost, out var address))
        {
            using var listener = new TcpListener(address, url.Port);
            listener.Start();
        }
    }

    private static bool IsLive(string key) =>
        key.StartsWith("sk_live_", StringComparison.Ordinal) || key.StartsWith("rk_live_", StringComparison.Ordinal);

    private static void RequirePositive(double value, string setting)
    {
        if (!(value > 0))
        {
            throw new StartupException($"{setting} must be over 0.");
        }
    }
}
