using System.Runtime.CompilerServices;
using Npgsql;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>
/// Wakes a channel's dispatcher when a transaction with messages for it has committed, and only then: looking for nothing
/// costs the database as much as finding something.
/// </summary>
public sealed class OutboxSignal : ICommitListener
{
    private readonly ConditionalWeakTable<NpgsqlTransaction, HashSet<OutboxChannel>> written = [];
    private readonly Dictionary<OutboxChannel, Bell> channels = Enum.GetValues<OutboxChannel>().ToDictionary(channel => channel, _ => new Bell());
    private readonly Bell any = new();

    /// <summary>Completes when something next happens on any channel.</summary>
    public Task Next => any.Next;

    /// <summary>Completes when something next happens on this channel.</summary>
    public Task NextOf(OutboxChannel channel) => channels[channel].Next;

    /// <summary>Notes that <paramref name="transaction"/> holds a message for this channel.</summary>
    public void Written(NpgsqlTransaction transaction, OutboxChannel channel) => written.GetValue(transaction, static _ => []).Add(channel);

    /// <inheritdoc />
    public void Committed(NpgsqlTransaction transaction)
    {
        if (written.TryGetValue(transaction, out var touched))
        {
            written.Remove(transaction);
            foreach (var channel in touched)
            {
                Raise(channel);
            }
        }
    }

    /// <summary>Says that there may be something to do on this channel.</summary>
    public void Raise(OutboxChannel channel)
    {
        channels[channel].Ring();
        any.Ring();
    }

    /// <summary>Says that something has come to its end, and nothing is to be done.</summary>
    public void Settle() => any.Ring();

    /// <summary>Says that there may be something to do on every channel.</summary>
    public void Raise()
    {
        foreach (var channel in channels.Keys)
        {
            Raise(channel);
        }
    }
}
