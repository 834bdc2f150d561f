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
}
