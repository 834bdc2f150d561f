namespace PropIQ.ReferenceApi.Storage;

/// <summary>
/// Settles whether a unit of work is given up or commits: never both. Giving up only stops the waiting; the work itself
/// ends when the database answers or its connection breaks, and then finds that it may no longer commit.
/// </summary>
/// <remarks>
/// The driver's own cancelling is no help against a database that hangs: it asks the server to cancel over a second
/// connection, and blocks a thread until that answers.
/// </remarks>
internal sealed class UnitOfWork
{
    private const int Working = 0;
    private const int Committing = 1;
    private const int GivenUp = 2;

    private int state = Working;

    /// <summary>Leave to commit: from here on nobody gives up.</summary>
    public bool TryCommit() => Interlocked.CompareExchange(ref state, Committing, Working) == Working;

    /// <summary>Keeps work from being begun that nobody waits for.</summary>
    public void ThrowIfGivenUp()
    {
        if (Volatile.Read(ref state) == GivenUp)
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>
    /// What <paramref name="running"/> comes to, unless <paramref name="limit"/> is reached first. A commit that is under
    /// way by then gets <paramref name="grace"/> more: its outcome is better known than guessed.
    /// </summary>
    public async Task<T> OutcomeAsync<T>(Task<T> running, TimeSpan grace, CancellationToken limit)
    {
        try
        {
            return await running.WaitAsync(limit);
        }
        catch (OperationCanceledException) when (!running.IsCompleted && TryGiveUp())
        {
            Ignore(running);
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Ignore(running);
            return await running.WaitAsync(grace, CancellationToken.None);
        }
    }

    private bool TryGiveUp() => Interlocked.CompareExchange(ref state, GivenUp, Working) == Working;

    // Its failure, should there be one, has nobody left to be told.
    private static void Ignore(Task running) =>
        _ = running.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
