using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Standing;

namespace PropIQ.Sandbox.Builds;

/// <summary>A PropIQ build that the sandbox runs, and what it stands on.</summary>
/// <param name="command">Starts it.</param>
/// <param name="environment">What it starts with, each time.</param>
/// <param name="health">Says when it is up.</param>
/// <param name="log">Takes what it prints.</param>
/// <param name="links">The ways to what it calls.</param>
internal sealed class RunningBuild(
    IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, HealthCheck health, BuildLog log, LinkSwitches links) : ISurroundings, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private BuildProcess? _process;

    /// <summary>What it exited with although nobody asked it to; null if it did not.</summary>
    public int? DiedWith => _process?.ExitCode;

    /// <summary>Starts it, and answers when it is healthy.</summary>
    /// <exception cref="BuildFailedException">It did not come up.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => OneAtATimeAsync(() => UpAsync(cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task SetAsync(Link link, LinkState state, CancellationToken cancellationToken)
    {
        links.Set(link, state);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CrashAsync(CancellationToken cancellationToken) => OneAtATimeAsync(() => CrashedAsync(cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task ComeBackAsync(CancellationToken cancellationToken) => OneAtATimeAsync(
        async () =>
        {
            await CrashedAsync(cancellationToken);
            try
            {
                await UpAsync(cancellationToken);
            }
            catch (BuildFailedException failure)
            {
                throw new SandboxException($"PropIQ did not come back. {failure.Message}", failure);
            }
        },
        cancellationToken);

    /// <summary>Asks it to stop, and ends it if it does not.</summary>
    public ValueTask DisposeAsync() => new(OneAtATimeAsync(
        async () =>
        {
            if (_process is not null)
            {
                await _process.DisposeAsync();
                _process = null;
            }
        },
        CancellationToken.None));

    private async Task UpAsync(CancellationToken cancellationToken)
    {
        _process = BuildProcess.Start(command, environment, log.Path);
        await health.WaitAsync(_process, log, cancellationToken);
    }

    private async Task CrashedAsync(CancellationToken cancellationToken)
    {
        if (_process is { } process)
        {
            await process.KillAsync(cancellationToken);
            await process.DisposeAsync();
            _process = null;
        }
    }

    private async Task OneAtATimeAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await action();
        }
        finally
        {
            _gate.Release();
        }
    }
}
