using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>What is kept of a user's usage: columns of the user's row, and the period of the subscription that the account has now.</summary>
public sealed class UsageRecords
{
    private const string Read =
        """
        select u.tier, u.usage_count, u.usage_period_start, s.current_period_end
        from users u left join subscriptions s on s.id = u.current_subscription_id
        where u.id = @userId
        """;

    // Two statements, sent as one: the one that waits for the lock would see the subscription as it was before it waited.
    private const string LockAndRead = $"select id from users where id = @userId for no key update; {Read}";

    /// <summary>What is stored, as it is; null when there is no such user.</summary>
    public async Task<UsageState?> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Read, new { userId }, cancellationToken: cancellationToken));
        return row?.State;
    }

    /// <summary>What is stored, the user's row locked until the transaction ends; null when there is no such user.</summary>
    public async Task<UsageState?> LockAsync(NpgsqlTransaction transaction, Guid userId, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(LockAndRead, new { userId }, transaction, cancellationToken: cancellationToken);
        await using var results = await transaction.Connection!.QueryMultipleAsync(command);
        await results.ReadAsync<Guid>();
        return (await results.ReadSingleOrDefaultAsync<Row>())?.State;
    }

    /// <summary>Stores a state.</summary>
    public Task WriteAsync(NpgsqlTransaction transaction, Guid userId, UsageState state, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "update users set tier = @Tier, usage_count = @Count, usage_period_start = @PeriodStart where id = @userId",
            new { Tier = Plan.Of(state.Tier).Name, state.Count, state.PeriodStart, userId },
            transaction,
            cancellationToken: cancellationToken));

    private sealed record Row
    {
        public required string Tier { get; init; }

        public required int UsageCount { get; init; }

        public required DateTimeOffset UsagePeriodStart { get; init; }

        public DateTimeOffset? CurrentPeriodEnd { get; init; }

        public UsageState State
        {
            get
            {
                var tier = Plan.Named(Tier)!.Tier;

                // A subscription that has ended says nothing of a free month.
                return new UsageState(tier, UsageCount, UsagePeriodStart, tier == Domain.Plans.Tier.Free ? null : CurrentPeriodEnd);
            }
        }
    }
}
