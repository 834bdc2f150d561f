using Dapper;
using Npgsql;

namespace PropIQ.ReferenceApi.Analyses.Usage;

/// <summary>Reads it from the subscription that the account has now.</summary>
public sealed class PaidPeriods : IPaidPeriods
{
    /// <inheritdoc/>
    public Task<DateTimeOffset?> EndAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(
            """
            select subscriptions.current_period_end
            from users join subscriptions on subscriptions.id = users.current_subscription_id
            where users.id = @userId
            """,
            new { userId },
            cancellationToken: cancellationToken));
}
