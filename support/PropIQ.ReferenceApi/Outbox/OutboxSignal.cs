using System.Runtime.CompilerServices;
using Npgsql;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Wakes the dispatcher when a transaction with messages has committed, and only then.</summary>
public sealed class OutboxSignal : ICommitListener
{
    private readonly ConditionalWeakTable<NpgsqlTransaction, object> written = [];
    private static readonly object Mark = new();
    private readonly Lock gate = new();
    private TaskCompletionSource raised = New();

    /// <summary>Completes at the next <see cref="Raise"/>. Taken before looking at the outbox, so that nothing is missed.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                return raised.Task;
            }
        }
    }

    /// <summary>Notes that <paramref name="transaction"/> holds a message.</summary>
    public void Written(NpgsqlTransaction transaction) => written.AddOrUpdate(transaction, Mark);

    /// <inheritdoc />
    public void Committed(NpgsqlTransaction transaction)
    {
        if (written.Remove(transaction))
        {
            Raise();
        }
    }

    /// <summary>Says that there may be something to do.</summary>
    public void Raise()
    {
        lock (gate)
        {
            raised.TrySetResult();
            raised = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
