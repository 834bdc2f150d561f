using Npgsql;

namespace PropIQ.Sandbox.Databases;

/// <summary>What is done with databases as a whole. No pools: who is connected to a database keeps it from being cloned or dropped.</summary>
internal static class ServerCommands
{
    /// <summary>Runs a statement that belongs to no database of ours.</summary>
    public static async Task ExecuteAsync(this IPostgresServer server, string sql, CancellationToken cancellationToken)
    {
        var settings = server.Connection();
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
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
}
