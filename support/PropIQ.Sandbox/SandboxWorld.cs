using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sandbox;

/// <summary>PostgreSQL, the mocks, and PropIQs that use them. Disposing takes everything down that was started here.</summary>
public abstract class SandboxWorld : IAsyncDisposable
{
    /// <summary>Starts a world.</summary>
    /// <exception cref="SandboxException">A part did not come up; the message says which and what to do.</exception>
    public static Task<SandboxWorld> StartAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        throw new SandboxException("The sandbox is not wired yet.");

    /// <summary>The host that scenarios share; started with the world.</summary>
    public abstract Task<PropIqHost> SharedHost { get; }

    /// <summary>A host with a database, a Stripe and links of its own. The caller disposes it; the world does if he does not.</summary>
    public abstract Task<PropIqHost> StartOwnHostAsync(HostTweaks tweaks, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
