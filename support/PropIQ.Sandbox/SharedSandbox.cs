namespace PropIQ.Sandbox;

/// <summary>One world for a whole process: started when first asked for, by whoever asks first; taken down at the end of the run.</summary>
public static class SharedSandbox
{
    private static readonly Lock Gate = new();
    private static CancellationTokenSource _stopping = new();
    private static Task<SandboxWorld>? _world;

    /// <summary>Has the world come up while something else is being done.</summary>
    public static void Begin() => Started();

    /// <summary>The world. If it does not come up, everyone who asks is told the same at once.</summary>
    /// <exception cref="SandboxException">A part did not come up; the message says which, and what to do.</exception>
    public static Task<SandboxWorld> WorldAsync(CancellationToken cancellationToken) => Started().WaitAsync(cancellationToken);

    /// <summary>Takes the world down, if there is one, or stops its coming up. Asking for it afterwards starts another.</summary>
    public static async Task StopAsync()
    {
        var (world, stopping) = Taken();
        if (world is not null)
        {
            await stopping.CancelAsync();
            await Disposal.OfStartedAsync(world);
        }

        stopping.Dispose();
    }

    private static Task<SandboxWorld> Started()
    {
        lock (Gate)
        {
            var stopping = _stopping.Token;
            return _world ??= Task.Run(() => SandboxWorld.StartAsync(new SandboxOptions { InMemory = true }, stopping), CancellationToken.None);
        }
    }

    private static (Task<SandboxWorld>? World, CancellationTokenSource Stopping) Taken()
    {
        lock (Gate)
        {
            var taken = (_world, _stopping);
            (_world, _stopping) = (null, new CancellationTokenSource());
            return taken;
        }
    }
}
