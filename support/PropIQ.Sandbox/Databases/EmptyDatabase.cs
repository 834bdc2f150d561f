using System.Security.Cryptography;

namespace PropIQ.Sandbox.Databases;

/// <summary>A database with nothing in it, for a PropIQ that brings its own migrations; dropped, or gone with its server, at the end.</summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly IPostgresServer _server;
    private readonly string _name = $"propiq_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    private EmptyDatabase(IPostgresServer server) => _server = server;

    /// <summary>How to connect to it.</summary>
    public string ConnectionString => _server.ConnectionTo(_name, pooling: true);

    /// <summary>Finds or starts the server, and makes the database in it.</summary>
    public static async Task<EmptyDatabase> CreateAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var server = await SharedPostgres.ServerAsync(options, cancellationToken);
        try
        {
            var made = new EmptyDatabase(server);
            var part = new Part("The database", options.PartDeadline, "See whether PostgreSQL still runs and its disk has room.");
            return await part.StartAsync(limited => made.MakeAsync(limited), cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.Stays)
        {
            await _server.DropAsync(_name);
        }

        await _server.DisposeAsync();
    }

    private async Task<EmptyDatabase> MakeAsync(CancellationToken cancellationToken)
    {
        await _server.ExecuteAsync($"create database {_name}", cancellationToken);
        return this;
    }
}
