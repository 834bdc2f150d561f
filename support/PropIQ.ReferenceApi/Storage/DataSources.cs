using Npgsql;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Storage;

/// <summary>Builds the connection pool from the configuration.</summary>
public static class DataSources
{
    private const int PoolSize = 40;

    // More than there are statements: with fewer, they push each other out.
    private const int PreparedStatements = 200;

    /// <summary>A pool with the database's time limit set on every connection. The application name tells hosts apart on the server.</summary>
    public static NpgsqlDataSource Build(ReferenceApiOptions options, string applicationName)
    {
        var limits = new DatabaseLimits(options.DatabaseTimeout);
        var settings = Parse(options.DatabaseUrl);
        settings.ApplicationName = applicationName;

        // Every statement finds its rows by a key, whatever the parameters: one plan fits all, and planning costs as much as running it.
        // A plain index scan remembers which entries are dead, a bitmap scan comes by all of them again each time.
        settings.Options = $"{settings.Options} -c statement_timeout={limits.ServerMilliseconds} -c lock_timeout={limits.ServerMilliseconds} -c plan_cache_mode=force_generic_plan -c enable_bitmapscan=off".Trim();
        settings.Timeout = limits.ConnectSeconds;

        // No time-out of the driver's for statements: it would block a thread in asking a hanging server to cancel.
        // Nobody waits for longer than the unit of work, and a dead peer is found by keep-alive.
        settings.CommandTimeout = 0;
        settings.TcpKeepAlive = true;
        settings.TcpKeepAliveTime = 30;
        settings.TcpKeepAliveInterval = 10;
        settings.MaxAutoPrepare = PreparedStatements;
        settings.AutoPrepareMinUsages = 2;
        settings.NoResetOnClose = true;
        if (!settings.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = PoolSize;
        }

        return Of(settings.ConnectionString);
    }

    /// <summary>Connections by an Npgsql connection string. PostgreSQL's own types are known; there are no others to ask it for.</summary>
    public static NpgsqlDataSource Of(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    /// <summary>Reads an Npgsql connection string or a postgres:// URL; a <see cref="StartupException"/> when it is neither.</summary>
    public static NpgsqlConnectionStringBuilder Parse(string databaseUrl)
    {
        try
        {
            return databaseUrl.StartsWith("postgres://", StringComparison.Ordinal) || databaseUrl.StartsWith("postgresql://", StringComparison.Ordinal)
                ? FromUrl(new Uri(databaseUrl))
                : new NpgsqlConnectionStringBuilder(databaseUrl);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new StartupException(
                "DATABASE_URL is not a connection string. Set it to something like "
                + "\"Host=127.0.0.1;Port=5432;Username=propiq;Password=…;Database=propiq\" or \"postgres://propiq:…@127.0.0.1:5432/propiq\".",
                failure);
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (user.Length == 2)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);

            // libpq's name and values for what Npgsql calls SSL Mode (verify-full, VerifyFull); its other parameters bear the same names.
            var value = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
            settings[parts[0] == "sslmode" ? "SSL Mode" : parts[0]] = parts[0] == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return settings;
    }
}
