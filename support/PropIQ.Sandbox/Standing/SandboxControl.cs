using PropIQ.Sandbox.Directing;

namespace PropIQ.Sandbox.Standing;

/// <summary>The sandbox of this process.</summary>
/// <param name="links">The ways that can be broken.</param>
/// <param name="webhook">Where its Stripe sends events.</param>
/// <param name="runsPropIq">Whether PropIQ's process is the sandbox's own.</param>
/// <param name="stop">Stops it.</param>
internal sealed class SandboxControl(LinkSwitches links, Uri? webhook, bool runsPropIq, Action stop) : ISandboxControl
{
    private readonly DateTimeOffset _since = TimeProvider.System.GetUtcNow();

    public Task<SandboxStatus> StatusAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new SandboxStatus(_since, Environment.ProcessId, webhook, runsPropIq, links.All));

    public Task SetLinkAsync(Link link, LinkState state, CancellationToken cancellationToken)
    {
        links.Set(link, state);
        return Task.CompletedTask;
    }

    public Task DownAsync(CancellationToken cancellationToken)
    {
        // The answer first: stopping takes the director with it.
        _ = Task.Run(stop, CancellationToken.None);
        return Task.CompletedTask;
    }
}
