using System.Reflection;
using Dapper;
using Npgsql;

namespace PropIQ.ReferenceApi.Storage;

/// <summary>Brings the schema up to date at start: the embedded scripts in the order of their names, each once, under one lock.</summary>
public static class Migrations
{
    private const long LockKey = 0x50726F704951;
    private const string Prefix = "PropIQ.ReferenceApi.Storage.Migrations.";

    /// <summary>Runs what has not been run.</summary>
    public static async Task RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var scripts = Scripts();
        if (scripts.Keys.Except(await AppliedAsync(connection)).Any())
        {
            await ApplyAsync(connection, scripts, cancellationToken);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, SortedDictionary<string, string> scripts, CancellationToken cancellationToken)
    {
        // Another host may be at it, and an index takes its time: the limits of a request do not apply here.
        await connection.ExecuteAsync("set statement_timeout = 0; set lock_timeout = 0; select pg_advisory_lock(@LockKey)", new { LockKey });
        try
        {
            await connection.ExecuteAsync("create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())");
            foreach (var name in scripts.Keys.Except(await AppliedAsync(connection)))
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await connection.ExecuteAsync(scripts[name], transaction: transaction);
                await connection.ExecuteAsync("insert into schema_migrations (name) values (@name)", new { name }, transaction);
                await transaction.CommitAsync(cancellationToken);
            }
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@LockKey); reset statement_timeout; reset lock_timeout", new { LockKey });
        }
    }

    private static async Task<string[]> AppliedAsync(NpgsqlConnection connection)
    {
        var exists = await connection.ExecuteScalarAsync<bool>("select to_regclass('schema_migrations') is not null");
        return exists ? [.. await connection.QueryAsync<string>("select name from schema_migrations")] : [];
    }

    private static SortedDictionary<string, string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            scripts[resource[Prefix.Length..]] = reader.ReadToEnd();
        }

        return scripts;
    }
}
