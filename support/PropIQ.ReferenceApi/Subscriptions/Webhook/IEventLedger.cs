using Dapper;
using Npgsql;

namespace PropIQ.ReferenceApi.Subscriptions.Webhook;

/// <summary>Which events have taken effect (clause 5.6).</summary>
public interface IEventLedger
{
    /// <summary>True when the event has taken effect, as far as is known now: a shortcut, not the decision.</summary>
    Task<bool> IsKnownAsync(NpgsqlConnection connection, string eventId, CancellationToken cancellationToken);

    /// <summary>
    /// Enters the event in the transaction of its effect: true for exactly one transaction that commits. While another one is at
    /// the same event, this waits to see whether that one commits.
    /// </summary>
    Task<bool> TryEnterAsync(NpgsqlTransaction transaction, StripeEvent stripeEvent, CancellationToken cancellationToken);
}

/// <summary>A table whose primary key is the event's id: PostgreSQL does the waiting.</summary>
public sealed class EventLedger : IEventLedger
{
    /// <inheritdoc />
    public Task<bool> IsKnownAsync(NpgsqlConnection connection, string eventId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from stripe_events where id = @eventId)",
            new { eventId },
            cancellationToken: cancellationToken));

    /// <inheritdoc />
    public async Task<bool> TryEnterAsync(NpgsqlTransaction transaction, StripeEvent stripeEvent, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "insert into stripe_events (id, type) values (@Id, @Type) on conflict (id) do nothing",
            new { stripeEvent.Id, stripeEvent.Type },
            transaction,
            cancellationToken: cancellationToken)) == 1;
}
