namespace PropIQ.Mocks.Network;

/// <summary>Open or shut, at any time, from any thread; whoever comes while it is shut waits until it opens.</summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _opened = Opened();

    public bool IsShut => !_opened.Task.IsCompleted;

    public void Open()
    {
        lock (_lock)
        {
            _opened.TrySetResult();
        }
    }

    public void Shut()
    {
        lock (_lock)
        {
            if (_opened.Task.IsCompleted)
            {
                _opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>Returns when the gate is open.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        // Again after waiting: it may have been shut meanwhile.
        while (IsShut)
        {
            await _opened.Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
