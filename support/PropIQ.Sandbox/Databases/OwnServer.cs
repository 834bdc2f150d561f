using System.Security.Cryptography;
using DotNet.Testcontainers.Builders;
using Npgsql;
using Testcontainers.PostgreSql;

namespace PropIQ.Sandbox.Databases;

/// <summary>A throw-away PostgreSQL container.</summary>
internal sealed class OwnServer : IPostgresServer
{
    // The image's own.
    private const string DataFolder = "/var/lib/postgresql/data";
    private readonly PostgreSqlContainer _container;

    private OwnServer(PostgreSqlContainer container) => _container = container;

    public bool Stays => false;

    public static async Task<IPostgresServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var container = Build(options);
        try
        {
            await container.StartAsync(cancellationToken);
            return new OwnServer(container);
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
    }

    public NpgsqlConnectionStringBuilder Connection() => new(_container.GetConnectionString())
    {
        // The container offers neither; asking costs each connection two round trips, and seconds over a stalled link.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static PostgreSqlContainer Build(SandboxOptions options)
    {
        try
        {
            // Durability is off already, by the builder. No vacuum or compiled plan pays off in a run of seconds,
            // and every host that runs beside the others has a pool of its own.
            var builder = new PostgreSqlBuilder(options.PostgresImage)
                .WithUsername("propiq")
                .WithPassword(RandomNumberGenerator.GetHexString(24, lowercase: true))
                .WithCommand("-c", "autovacuum=off", "-c", "jit=off", "-c", "max_connections=300");
            return (options.InMemory ? builder.WithTmpfsMount(DataFolder) : builder).Build();
        }
        catch (DockerUnavailableException failure)
        {
            throw new SandboxException(
                $"PostgreSQL cannot be started. {failure.Message} Or set {SandboxOptions.PostgresVariable} to the connection string of a server that is there.",
                failure);
        }
    }
}
