namespace PropIQ.Mocks.Stripe.Events;

/// <summary>Work that nobody waits for, kept so that its end can be waited for all the same.</summary>
internal sealed class BackgroundWork
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public void Run(Func<Task> work)
    {
        // Off the caller's thread: it may hold nothing, but it has an answer to give.
        var task = Task.Run(work);
        lock (_gate)
        {
            _running.Add(task);
        }

        _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for all work, also such as is begun by work under way. Work that was canceled or failed has ended too.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (Snapshot() is { Length: > 0 } running)
        {
            await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Task[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _running.Where(task => !task.IsCompleted)];
        }
    }

    private void Forget(Task task)
    {
        // Observed here, so that an abandoned delivery is no unobserved exception.
        _ = task.Exception;
        lock (_gate)
        {
            _running.Remove(task);
        }
    }
}
