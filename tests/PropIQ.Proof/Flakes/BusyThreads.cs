namespace PropIQ.Proof.Flakes;

/// <summary>Keeps the processor busy, at a low priority's disadvantage to nobody, until disposed.</summary>
internal sealed class BusyThreads : IDisposable
{
    private readonly Thread[] threads;
    private volatile bool enough;

    /// <summary>Starts so many.</summary>
    public BusyThreads(int count)
    {
        threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Turn) { IsBackground = true })];
        foreach (var thread in threads)
        {
            thread.Start();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        enough = true;
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    private void Turn()
    {
        while (!enough)
        {
            Thread.SpinWait(10_000);
        }
    }
}
