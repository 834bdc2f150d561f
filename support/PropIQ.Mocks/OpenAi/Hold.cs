namespace PropIQ.Mocks.OpenAi;

/// <summary>Calls that wait for one another.</summary>
internal sealed class Hold(int count, TimeSpan deadline)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>One more call waits; true when with it there are enough, and all were let go.</summary>
    public bool Join()
    {
        if (Interlocked.Increment(ref _waiting) < count)
        {
            return false;
        }

        LetGo();
        return true;
    }

    public void LetGo() => _open.TrySetResult();

    /// <summary>True when let go, false when the deadline passed first.</summary>
    public async Task<bool> WaitAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await _open.Task.WaitAsync(deadline, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
