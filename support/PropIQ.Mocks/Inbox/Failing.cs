namespace PropIQ.Mocks.Inbox;

/// <summary>How messages with a mark fare until healed.</summary>
internal sealed record Failing(int Status, TimeSpan? Stall)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void End() => _ended.TrySetResult();

    /// <summary>Returns after <paramref name="stall"/>, or when the failing ends.</summary>
    public async Task WaitAsync(TimeSpan stall, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await _ended.Task.WaitAsync(stall, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The stall is over.
        }
    }
}
