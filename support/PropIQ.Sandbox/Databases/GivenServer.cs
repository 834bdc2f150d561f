using Npgsql;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.Sandbox.Databases;

/// <summary>A server that is there, named by <c>PROPIQ_POSTGRES</c>.</summary>
internal sealed class GivenServer : IPostgresServer
{
    private const string Example = "Host=127.0.0.1;Port=5432;Username=postgres;Password=…";
    private readonly string _connectionString;

    private GivenServer(string connectionString) => _connectionString = connectionString;

    public bool Stays => true;

    public static async Task<IPostgresServer> ConnectAsync(string connectionString, CancellationToken cancellationToken)
    {
        var settings = Parse(connectionString);
        settings.Pooling = false;
        var where = $"{settings.Host}:{settings.Port}, database {settings.Database}, user {settings.Username}";
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var mayCreate = new NpgsqlCommand("select rolcreatedb or rolsuper from pg_roles where rolname = current_user", connection);
            return await mayCreate.ExecuteScalarAsync(cancellationToken) is true
                ? new GivenServer(connectionString)
                : throw new SandboxException($"{SandboxOptions.PostgresVariable} ({where}): this user may not create databases. Name one who may (ALTER ROLE … CREATEDB).");
        }
        catch (NpgsqlException failure)
        {
            throw new SandboxException(
                $"{SandboxOptions.PostgresVariable} names a PostgreSQL that cannot be used ({where}): {failure.Message} "
                + $"Correct it (\"{Example}\"), or unset it to have a server started.",
                failure);
        }
    }

    public NpgsqlConnectionStringBuilder Connection() => Parse(_connectionString);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var settings = DataSources.Parse(connectionString);

            // The driver's own choice, a database of the user's name, need not be there.
            settings.Database ??= "postgres";
            return string.IsNullOrWhiteSpace(settings.Host) || settings.Host.StartsWith('/')
                ? throw new StartupException("There is no host name in it, and it has to be reached by TCP.")
                : settings;
        }
        catch (Exception failure) when (failure is StartupException or ArgumentException or FormatException)
        {
            // The cause may quote the text, and the text may hold a password.
            throw new SandboxException(
                $"{SandboxOptions.PostgresVariable} is not a connection string that can be used: write it like \"{Example}\", "
                + "or unset it to have a server started.");
        }
    }
}
