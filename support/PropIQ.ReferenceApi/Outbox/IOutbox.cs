using Npgsql;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Messages to the outside, written in the same transaction as their cause (clause 8.7) and sent afterwards.</summary>
public interface IOutbox
{
    /// <summary>Puts a message in, to be sent if and when <paramref name="transaction"/> commits. The payload is the exact JSON to post.</summary>
    Task EnqueueAsync(NpgsqlTransaction transaction, OutboxChannel channel, Guid userId, string payload, CancellationToken cancellationToken);
}

/// <summary>Where a message goes.</summary>
public enum OutboxChannel
{
    /// <summary>Slack's incoming webhook.</summary>
    Slack,

    /// <summary>SendGrid's mail/send.</summary>
    Email,

    /// <summary>Weights &amp; Biases.</summary>
    Wandb,
}
