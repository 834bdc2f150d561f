namespace PropIQ.Sandbox;

/// <summary>One world for a whole process: started when first asked for, by whoever asks first; taken down at the end of the run.</summary>
public static class SharedSandbox
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static SandboxWorld? _world;
    private static Exception? _failure;

    /// <summary>The world. If it does not come up, everyone who asks is told the same, and nobody waits for it again.</summary>
    public static async Task<SandboxWorld> WorldAsync(CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            if (_failure is not null)
            {
                throw new SandboxException(_failure.Message, _failure);
            }

            return _world ??= await SandboxWorld.StartAsync(new SandboxOptions(), cancellationToken);
        }
        catch (SandboxException failure)
        {
            _failure ??= failure;
            throw;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Takes the world down, if there is one. Asking for it afterwards starts another.</summary>
    public static async Task StopAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (_world is { } world)
            {
                _world = null;
                await world.DisposeAsync();
            }
        }
        finally
        {
            Gate.Release();
        }
    }
}
