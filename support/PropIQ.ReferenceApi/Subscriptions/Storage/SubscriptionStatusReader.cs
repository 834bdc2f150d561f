using Dapper;
using Npgsql;

namespace PropIQ.ReferenceApi.Subscriptions.Storage;

/// <summary>The status of the current subscription, for profiles.</summary>
public sealed class SubscriptionStatusReader : ISubscriptionStatus
{
    /// <inheritdoc />
    public async Task<string> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select s.status from users u join subscriptions s on s.id = u.current_subscription_id where u.id = @userId",
            new { userId },
            cancellationToken: cancellationToken)) ?? "none";
}
