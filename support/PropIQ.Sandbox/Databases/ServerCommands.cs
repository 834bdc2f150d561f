using Npgsql;

namespace PropIQ.Sandbox.Databases;

/// <summary>What is done with databases as a whole. No pools: who is connected to a database keeps it from being cloned or dropped.</summary>
internal static class ServerCommands
{
    private const int KnowsStrategies = 15;

    /// <summary>Runs a statement that belongs to no database of ours.</summary>
    public static Task ExecuteAsync(this IPostgresServer server, string sql, CancellationToken cancellationToken) =>
        server.ExecuteAsync(_ => sql, cancellationToken);

    /// <summary>
    /// Makes a database that is a copy of another. Copying files takes half the time of copying through the log, where nobody waits
    /// for a disk; on a server that stays it would make all others there wait for one.
    /// </summary>
    public static Task CloneAsync(this IPostgresServer server, string template, string database, CancellationToken cancellationToken) =>
        server.ExecuteAsync(
            version => $"create database {database} template {template}{(!server.Stays && version.Major >= KnowsStrategies ? " strategy file_copy" : "")}",
            cancellationToken);

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

    private static async Task ExecuteAsync(this IPostgresServer server, Func<Version, string> sql, CancellationToken cancellationToken)
    {
        var settings = server.Connection();
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql(connection.PostgreSqlVersion), connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
