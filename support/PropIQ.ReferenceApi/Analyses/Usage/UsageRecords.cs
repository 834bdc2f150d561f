using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>The columns of a user's usage.</summary>
public sealed class UsageRecords(IPaidPeriods paidPeriods)
{
    /// <summary>What is stored, as it is; null when there is no such user.</summary>
    public Task<UsageState?> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        ReadAsync(connection, null, userId, "", cancellationToken);

    /// <summary>What is stored, the user's row locked until the transaction ends; null when there is no such user.</summary>
    public Task<UsageState?> LockAsync(NpgsqlTransaction transaction, Guid userId, CancellationToken cancellationToken) =>
        ReadAsync(transaction.Connection!, transaction, userId, "for no key update", cancellationToken);

    /// <summary>Stores a state.</summary>
    public Task WriteAsync(NpgsqlTransaction transaction, Guid userId, UsageState state, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "update users set tier = @Tier, usage_count = @Count, usage_period_start = @PeriodStart where id = @userId",
            new { Tier = Plan.Of(state.Tier).Name, state.Count, state.PeriodStart, userId },
            transaction,
            cancellationToken: cancellationToken));

    private async Task<UsageState?> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid userId, string locking, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "select tier, usage_count, usage_period_start from users where id = @userId " + locking,
            new { userId },
            transaction,
            cancellationToken: cancellationToken));
        if (row is null)
        {
            return null;
        }

        var tier = Plan.Named(row.Tier)!.Tier;
        var ends = tier == Tier.Free ? null : await paidPeriods.EndAsync(connection, userId, cancellationToken);
        return new UsageState(tier, row.UsageCount, row.UsagePeriodStart, ends);
    }

    private sealed record Row
    {
        public required string Tier { get; init; }

        public required int UsageCount { get; init; }

        public required DateTimeOffset UsagePeriodStart { get; init; }
    }
}
