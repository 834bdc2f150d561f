using System.Security.Cryptography;
using Npgsql;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.Sandbox.Databases;

/// <summary>A world's databases: a template that is migrated once, and clones of it, one for each host.</summary>
internal sealed class HostDatabases : IAsyncDisposable
{
    private readonly IPostgresServer _server;
    private readonly NpgsqlDataSource _connections;
    private readonly string _run = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private int _clones;

    private HostDatabases(IPostgresServer server)
    {
        _server = server;
        _connections = server.Connections(pooling: true);
    }

    private string Template => $"propiq_{_run}_template";

    /// <summary>Makes the template.</summary>
    public static async Task<HostDatabases> PrepareAsync(IPostgresServer server, CancellationToken cancellationToken)
    {
        var databases = new HostDatabases(server);
        await server.ExecuteAsync($"create database {databases.Template}", cancellationToken);

        // No pool: nobody may be connected to a template while it is cloned.
        await using var source = DataSources.Of(server.ConnectionTo(databases.Template, pooling: false));
        await Migrations.RunAsync(source, cancellationToken);
        return databases;
    }

    /// <summary>Makes a clone and answers how to connect to it.</summary>
    public async Task<string> CloneAsync(CancellationToken cancellationToken)
    {
        var name = $"propiq_{_run}_{Interlocked.Increment(ref _clones)}";
        await _connections.CloneAsync(Template, name, copiesFiles: !_server.Stays, cancellationToken);
        return _server.ConnectionTo(name, pooling: true);
    }

    /// <summary>Drops every database of this world, unless the server goes anyway.</summary>
    public async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        if (!_server.Stays)
        {
            return;
        }

        var names = Enumerable.Range(1, _clones).Select(number => $"propiq_{_run}_{number}").Append(Template);
        foreach (var name in names)
        {
            await _server.DropAsync(name);
        }
    }
}
