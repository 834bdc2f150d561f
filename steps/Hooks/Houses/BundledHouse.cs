using PropIQ.Drivers.Stage;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Hosts;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>The bundled reference API, in a sandbox: one host that scenarios share, and further ones to be broken.</summary>
internal sealed class BundledHouse(IReadOnlySet<string> without) : IHouse
{
    private const string StrongHashingTag = "strong-hashing";

    // The sandbox's light hashing drowns in a request's other costs; a tenth of production strength does not.
    private static readonly HostTweaks StrongHashing = new() { Options = options => options with { PasswordIterations = 60_000 } };
    private readonly IReadOnlySet<string> capabilities = Capability.All.Except(without).ToHashSet();

    /// <inheritdoc />
    public Task<IReadOnlySet<string>> CapabilitiesAsync(CancellationToken cancellationToken) => Task.FromResult(capabilities);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, string>> BrokenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    /// <inheritdoc />
    public void Begin() => SharedSandbox.Begin();

    /// <inheritdoc />
    public async Task<Stay> EnterAsync(IReadOnlyCollection<string> tags, Func<CancellationToken> begin, CancellationToken cancellationToken)
    {
        var limited = begin();
        var world = await SharedSandbox.WorldAsync(limited);
        if (!tags.Contains(Tags.OwnHost))
        {
            return new Stay(Of(await world.SharedHost), () => ValueTask.CompletedTask);
        }

        var host = await world.StartOwnHostAsync(tags.Contains(StrongHashingTag) ? StrongHashing : HostTweaks.None, limited);
        return new Stay(Of(host) with { OwnHost = new OwnHost(host) }, host.DisposeAsync);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await SharedSandbox.StopAsync();

    private PropIqUnderTest Of(PropIqHost host) => Offered.Of(capabilities, new PropIqUnderTest(host.Url)
    {
        TestingSecret = host.TestingSecret,
        TokenKey = host.Environment.JwtSecret,
        WebhookSecret = host.Environment.StripeWebhookSecret,
        Ai = host.Ai,
        Stripe = host.Stripe,
        Slack = host.Slack,
        Email = host.Email,
        Wandb = host.Wandb,
    });
}
