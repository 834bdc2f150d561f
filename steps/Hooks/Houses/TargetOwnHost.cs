using PropIQ.Drivers.Stage;
using PropIQ.Sandbox.Directing;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>The switches of the one PropIQ that a sandbox runs, for a scenario that has it alone; what it broke is mended afterwards.</summary>
internal sealed class TargetOwnHost(ISurroundings surroundings) : IOwnHost, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HashSet<Surrounding> broken = [];
    private bool isDown;

    /// <inheritdoc />
    public async Task SetAsync(Surrounding surrounding, Condition condition, CancellationToken cancellationToken)
    {
        broken.Add(surrounding);
        await surroundings.SetAsync(Enum.Parse<Link>(surrounding.ToString()), Enum.Parse<LinkState>(condition.ToString()), cancellationToken);
    }

    /// <inheritdoc />
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        isDown = true;
        await surroundings.CrashAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        await surroundings.ComeBackAsync(cancellationToken);
        isDown = false;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var surrounding in broken)
        {
            await surroundings.SetAsync(Enum.Parse<Link>(surrounding.ToString()), LinkState.Well, patience.Token);
        }

        if (isDown)
        {
            await surroundings.ComeBackAsync(patience.Token);
        }
    }
}
