using PropIQ.Sandbox;
using PropIQ.Simulator.Targets;
using PropIQ.Simulator.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(World))]

namespace PropIQ.Simulator.Tests;

/// <summary>One sandbox for the tests that run against a whole PropIQ; down at the end of the run.</summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>The bundled target.</summary>
    internal static async Task<SimulationTarget> TargetAsync()
    {
        var world = await SharedSandbox.WorldAsync(TestContext.Current.CancellationToken);
        return BundledTarget.Of(await world.SharedHost);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await SharedSandbox.StopAsync();
}
