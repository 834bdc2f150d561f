namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Wakes whoever waits, each time it rings.</summary>
internal sealed class Bell
{
    private TaskCompletionSource rung = New();

    /// <summary>Completes at the next ring. Taken before looking at something, so that nothing is missed.</summary>
    public Task Next => Volatile.Read(ref rung).Task;

    /// <summary>Wakes everyone who waits now.</summary>
    public void Ring() => Interlocked.Exchange(ref rung, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
