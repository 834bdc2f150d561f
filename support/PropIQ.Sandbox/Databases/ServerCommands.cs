using Npgsql;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.Sandbox.Databases;

/// <summary>What is done with databases as a whole. No pools, or one that is closed again: who is connected to a database keeps it from being cloned or dropped.</summary>
internal static class ServerCommands
{
    private const int KnowsStrategies = 15;

    /// <summary>Runs a statement that belongs to no database of ours.</summary>
    public static async Task ExecuteAsync(this IPostgresServer server, string sql, CancellationToken cancellationToken)
    {
        await using var connections = server.Connections(pooling: false);
        await using var connection = await connections.OpenConnectionAsync(cancellationToken);
        await connection.RunAsync(sql, cancellationToken);
    }

    /// <summary>
    /// Makes a database that is a copy of another. Copying files takes half the time of copying through the log, where nobody waits
    /// for a disk; on a server that stays it would make all others there wait for one.
    /// </summary>
    public static async Task CloneAsync(this NpgsqlDataSource connections, string template, string database, bool copiesFiles, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenConnectionAsync(cancellationToken);
        var strategy = copiesFiles && connection.PostgreSqlVersion.Major >= KnowsStrategies ? " strategy file_copy" : "";
        await connection.RunAsync($"create database {database} template {template}{strategy}", cancellationToken);
    }

    /// <summary>Connections to the server itself, for statements about its databases; to none of ours.</summary>
    public static NpgsqlDataSource Connections(this IPostgresServer server, bool pooling)
    {
        var settings = server.Connection();
        settings.Pooling = pooling;
        return DataSources.Of(settings.ConnectionString);
    }

    /// <summary>Drops a database, if it is there. Whoever is still connected is cut off.</summary>
    public static Task DropAsync(this IPostgresServer server, string database) =>
        server.ExecuteAsync($"drop database if exists {database} with (force)", CancellationToken.None);

    /// <summary>How to connect to a database.</summary>
    public static string ConnectionTo(this IPostgresServer server, string database, bool pooling)
    {
        var settings = server.Connection();
        settings.Database = database;
        settings.Pooling = pooling;
        return settings.ConnectionString;
    }

    private static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
