using Dapper;
using Npgsql;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Writes messages into the outbox table. A channel that is not configured takes none.</summary>
public sealed class PostgresOutbox(OutboxRoutes routes, OutboxSignal signal) : IOutbox
{
    /// <inheritdoc />
    public async Task EnqueueAsync(NpgsqlTransaction transaction, OutboxChannel channel, Guid userId, string payload, CancellationToken cancellationToken)
    {
        if (routes.For(channel) is null)
        {
            return;
        }

        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "insert into outbox (user_id, channel, payload) values (@userId, @channel, @payload)",
            new { userId, channel = OutboxRoutes.NameOf(channel), payload },
            transaction,
            cancellationToken: cancellationToken));
        signal.Written(transaction, channel);
    }
}
