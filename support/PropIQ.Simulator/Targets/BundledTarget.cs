using PropIQ.Sandbox;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Simulator.Targets;

/// <summary>The reference API with PostgreSQL and all mocks, brought up for one run.</summary>
internal sealed class BundledTarget : IAsyncDisposable
{
    private readonly SandboxWorld world;

    private BundledTarget(SandboxWorld world, SimulationTarget target) => (this.world, Target) = (world, target);

    public SimulationTarget Target { get; }

    /// <summary>Brings it up.</summary>
    /// <exception cref="SandboxException">A part did not come up.</exception>
    public static async Task<BundledTarget> StartAsync(TimeSpan callTimeout, CancellationToken cancellation)
    {
        var world = await SandboxWorld.StartAsync(new SandboxOptions(), cancellation);
        try
        {
            return new(world, Of(await world.SharedHost) with { CallTimeout = callTimeout });
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>A host of a sandbox as a target.</summary>
    public static SimulationTarget Of(PropIqHost host) => new(host.Url, "bundled")
    {
        TestingSecret = host.TestingSecret,
        SigningSecret = host.Environment.StripeWebhookSecret,
        Stripe = host.Stripe,
        Ai = host.Ai,
        Slack = host.Slack,
        Email = host.Email,
        Wandb = host.Wandb,
    };

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
