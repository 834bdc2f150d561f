using Npgsql;

namespace PropIQ.Sandbox.Databases;

/// <summary>A connection string as <c>postgres://user:password@host:port/database</c>, which every language's driver reads.</summary>
internal static class DatabaseUrl
{
    /// <summary>Of what Npgsql's form says, only what libpq knows by a name of its own is carried over: encryption.</summary>
    public static string Of(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var user = Uri.EscapeDataString(settings.Username ?? "");
        var password = string.IsNullOrEmpty(settings.Password) ? "" : $":{Uri.EscapeDataString(settings.Password)}";
        var host = settings.Host!.Contains(':') ? $"[{settings.Host}]" : settings.Host;
        return $"postgres://{user}{password}@{host}:{settings.Port}/{Uri.EscapeDataString(settings.Database ?? "")}{Encryption(settings.SslMode)}";
    }

    private static string Encryption(SslMode mode) => mode switch
    {
        SslMode.Prefer => "",
        SslMode.VerifyCA => "?sslmode=verify-ca",
        SslMode.VerifyFull => "?sslmode=verify-full",
        _ => $"?sslmode={mode.ToString().ToLowerInvariant()}",
    };
}
