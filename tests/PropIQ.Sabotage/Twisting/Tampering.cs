using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.Sabotage.Twisting;

/// <summary>What saboteurs do behind the API's back.</summary>
internal static class Tampering
{
    /// <summary>Charges an analysis that nobody got.</summary>
    public static Task CountAnywayAsync(this IServiceProvider services, Guid userId) =>
        services.ExecuteAsync("update users set usage_count = usage_count + 1 where id = @userId", new { userId });

    /// <summary>Changes the database as no part of the API does.</summary>
    public static Task ExecuteAsync(this IServiceProvider services, string sql, object parameters) =>
        services.GetRequiredService<Database>().QueryAsync(
            (connection, limited) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: limited)), CancellationToken.None);

    /// <summary>Forgets an analysis that was made.</summary>
    public static Task UncountAsync(this NpgsqlTransaction transaction, Guid userId, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "update users set usage_count = usage_count - 1 where id = @userId", new { userId }, transaction, cancellationToken: cancellationToken));

    /// <summary>Looks something up.</summary>
    public static Task<bool> IsThereAsync(this IServiceProvider services, string sql, object parameters) =>
        services.GetRequiredService<Database>().QueryAsync(
            (connection, limited) => connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, parameters, cancellationToken: limited)), CancellationToken.None);

    /// <summary>Reads a column.</summary>
    public static Task<IEnumerable<T>> ReadAsync<T>(this IServiceProvider services, string sql) =>
        services.GetRequiredService<Database>().QueryAsync((connection, limited) => connection.QueryAsync<T>(new CommandDefinition(sql, cancellationToken: limited)), CancellationToken.None);
}
