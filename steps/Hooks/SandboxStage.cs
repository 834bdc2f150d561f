using PropIQ.Drivers.Stage;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Steps.Hooks;

/// <summary>Shows a host of the sandbox to the drivers as the PropIQ under test.</summary>
internal static class SandboxStage
{
    private const string StrongHashingTag = "strong-hashing";

    // The sandbox's light hashing drowns in a request's other costs; a tenth of production strength does not.
    private static readonly HostTweaks StrongHashing = new() { Options = options => options with { PasswordIterations = 60_000 } };

    /// <summary>The host that scenarios share.</summary>
    public static async Task<PropIqUnderTest> SharedAsync(CancellationToken cancellationToken)
    {
        var world = await SharedSandbox.WorldAsync(cancellationToken);
        return Of(await world.SharedHost);
    }

    /// <summary>A host of the scenario's own, with every way to a collaborator breakable, set up as its tags ask.</summary>
    public static async Task<(PropIqUnderTest PropIq, PropIqHost Host)> OwnAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        var world = await SharedSandbox.WorldAsync(cancellationToken);
        var host = await world.StartOwnHostAsync(tags.Contains(StrongHashingTag) ? StrongHashing : HostTweaks.None, cancellationToken);
        return (Of(host) with { OwnHost = new OwnHost(host) }, host);
    }

    private static PropIqUnderTest Of(PropIqHost host) => new(host.Url)
    {
        TestingSecret = host.TestingSecret,
        TokenKey = host.Environment.JwtSecret,
        Ai = host.Ai,
        Stripe = host.Stripe,
        Slack = host.Slack,
        Email = host.Email,
        Wandb = host.Wandb,
    };
}
