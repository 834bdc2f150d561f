using PropIQ.Sandbox;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

[assembly: AssemblyFixture(typeof(SandboxFixture))]

namespace PropIQ.Support.Tests.Sandbox;

/// <summary>One world for the tests that need one, started when the first of them asks, taken down at the end of the run.</summary>
public sealed class SandboxFixture : IAsyncDisposable
{
    /// <summary>The world.</summary>
    public Task<SandboxWorld> WorldAsync() => SharedSandbox.WorldAsync(TestContext.Current.CancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await SharedSandbox.StopAsync();
}
