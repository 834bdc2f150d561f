namespace PropIQ.Simulator.Running;

/// <summary>Why a run ends before its end.</summary>
internal enum StopCause
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>The target does not answer any more.</summary>
    TargetGone,

    /// <summary>The next action might pass the budget.</summary>
    Budget,

    /// <summary>Its time was over.</summary>
    TimeOver,

    /// <summary>A threshold was crossed that ends a load.</summary>
    Threshold,

    /// <summary>Something turned up that must not go on, such as a live key.</summary>
    Unsafe,
}

/// <summary>The one switch that ends a run for everybody. The first cause counts.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly Lock gate = new();

    public StopCause Cause { get; private set; }

    public string? Reason { get; private set; }

    public CancellationToken Token => source.Token;

    public void Now(StopCause cause, string reason)
    {
        lock (gate)
        {
            if (Cause != StopCause.None)
            {
                return;
            }

            (Cause, Reason) = (cause, reason);
        }

        source.Cancel();
    }

    public void Dispose() => source.Dispose();
}
