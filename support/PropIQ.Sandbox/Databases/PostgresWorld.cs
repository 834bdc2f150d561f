namespace PropIQ.Sandbox.Databases;

/// <summary>A server and the databases of one world in it.</summary>
internal sealed class PostgresWorld(IPostgresServer server, HostDatabases databases, SandboxOptions options) : IAsyncDisposable
{
    /// <summary>Finds or starts the server, and makes the template in it.</summary>
    public static async Task<PostgresWorld> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var server = await SharedPostgres.ServerAsync(options, cancellationToken);
        try
        {
            var template = new Part("The template database", options.PartDeadline, "The cause is a migration of PropIQ.ReferenceApi, or the server's rights or disk.");
            return new PostgresWorld(server, await template.StartAsync(limited => HostDatabases.PrepareAsync(server, limited), cancellationToken), options);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A database for a host.</summary>
    public Task<string> CloneAsync(CancellationToken cancellationToken) =>
        new Part("A host's database", options.PartDeadline, "See whether PostgreSQL still runs and its disk has room.")
            .StartAsync(databases.CloneAsync, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await databases.DisposeAsync();
        await server.DisposeAsync();
    }
}
