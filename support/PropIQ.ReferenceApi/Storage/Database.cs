using System.Data;
using Npgsql;

namespace PropIQ.ReferenceApi.Storage;

/// <summary>
/// The one way to PostgreSQL. Every unit of work, connecting included, has the database's time limit (clause 3.9);
/// what goes wrong becomes 504 <c>database_timeout</c> or 503 <c>database_unavailable</c> here and nowhere else.
/// Work is never cancelled in the middle of a statement; the token that it is given is there for signatures that ask for one.
/// </summary>
public sealed class Database(NpgsqlDataSource source, DatabaseLimits limits, IEnumerable<ICommitListener> listeners)
{
    private readonly ICommitListener[] listeners = [.. listeners];
    private volatile bool closed;

    static Database() => DapperSetup.Apply();

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and commits it; after a refusal nothing of it is there. No waiting
    /// for anyone but the database belongs in it.
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<NpgsqlTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(
            async (connection, unit) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
                var result = await work(transaction, CancellationToken.None);
                if (closed || !unit.TryCommit())
                {
                    throw DatabaseFailure.Unavailable(null);
                }

                await transaction.CommitAsync();
                foreach (var listener in listeners)
                {
                    listener.Committed(transaction);
                }

                return result;
            },
            cancellationToken);

    /// <summary>Runs <paramref name="work"/> in a transaction and commits it.</summary>
    public Task InTransactionAsync(Func<NpgsqlTransaction, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        InTransactionAsync(
            async (transaction, limited) =>
            {
                await work(transaction, limited);
                return true;
            },
            cancellationToken);

    /// <summary>Runs <paramref name="work"/> on a connection; each statement is its own transaction.</summary>
    public Task<T> QueryAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync((connection, _) => work(connection, CancellationToken.None), cancellationToken);

    /// <summary>Nothing reaches the database any more.</summary>
    public bool IsClosed => closed;

    /// <summary>From now on nothing reaches the database any more, as after a crash.</summary>
    public void Close() => closed = true;

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, UnitOfWork, Task<T>> work, CancellationToken cancellationToken)
    {
        if (closed)
        {
            throw DatabaseFailure.Unavailable(null);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(limits.UnitOfWork);
        try
        {
            var unit = new UnitOfWork();
            return await unit.OutcomeAsync(FinishAsync(unit, work, limit.Token), limits.Limit, limit.Token);
        }
        catch (Exception failure) when (DatabaseFailure.From(failure, cancellationToken) is { } refusal)
        {
            throw refusal;
        }
    }

    // Owns the connection: whoever waits may be gone before it is open, or before the work has ended.
    private async Task<T> FinishAsync<T>(UnitOfWork unit, Func<NpgsqlConnection, UnitOfWork, Task<T>> work, CancellationToken limit)
    {
        await using var connection = await source.OpenConnectionAsync(limit);
        unit.ThrowIfGivenUp();
        return await work(connection, unit);
    }
}
