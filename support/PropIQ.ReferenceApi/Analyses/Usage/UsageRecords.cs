using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>Users' usage in the database.</summary>
public sealed class UsageRecords
{
    internal const string Read = $"select {UsageRow.Columns} from {UsageRow.Tables} where u.id = @userId";

    /// <summary>What is stored, as it is; null when there is no such user.</summary>
    public async Task<UsageState?> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<UsageRow>(new CommandDefinition(Read, new { userId }, cancellationToken: cancellationToken));
        return row?.State;
    }

    /// <summary>What is stored, the user's row locked until the transaction ends; null when there is no such user.</summary>
    public async Task<UsageState?> LockAsync(NpgsqlTransaction transaction, Guid userId, CancellationToken cancellationToken)
    {
        await using var results = await LockedAsync(transaction, Read, new { userId }, cancellationToken);
        return (await results.ReadSingleOrDefaultAsync<UsageRow>())?.State;
    }

    /// <summary>
    /// Locks the row of the user <c>@userId</c> until the transaction ends, and then runs statements, all sent as one. The lock is a
    /// statement of its own: what waits for a lock sees the rest as it was before it waited.
    /// </summary>
    internal static async Task<SqlMapper.GridReader> LockedAsync(
        NpgsqlTransaction transaction, string statements, object parameters, CancellationToken cancellationToken)
    {
        var results = await transaction.Connection!.QueryMultipleAsync(new CommandDefinition(
            $"select id from users where id = @userId for no key update; {statements}",
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        await results.ReadAsync<Guid>();
        return results;
    }

    /// <summary>Stores a state.</summary>
    public Task WriteAsync(NpgsqlTransaction transaction, Guid userId, UsageState state, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "update users set tier = @Tier, usage_count = @Count, usage_period_start = @PeriodStart where id = @userId",
            new { Tier = Plan.Of(state.Tier).Name, state.Count, state.PeriodStart, userId },
            transaction,
            cancellationToken: cancellationToken));
}
