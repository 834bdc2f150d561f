using PropIQ.Mocks;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.Sandbox.Collaborators;

namespace PropIQ.Sandbox.Hosts;

/// <summary>What one host is made of, but for the running process: it outlives restarts.</summary>
internal sealed record HostParts(
    string Name,
    HostTweaks Tweaks,
    SandboxEnvironment Environment,
    CollaboratorMocks Collaborators,
    OwnStripe Stripe,
    HostLinks? Links,
    TimeSpan Deadline) : IAsyncDisposable
{
    /// <summary>Runs the reference API; <paramref name="url"/> null takes a free port.</summary>
    public Task<ReferenceApiHost> RunAsync(Uri? url, CancellationToken cancellationToken)
    {
        var address = url?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0";
        var options = Environment.ToOptions(address, Name);
        var part = new Part($"PropIQ ({Name})", Deadline, "The cause is in PropIQ.ReferenceApi, or in a tweak of this host.");
        return part.StartAsync(limited => ReferenceApiHost.StartAsync(Tweaks.Options?.Invoke(options) ?? options, Tweaks.Services, limited), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Stripe.DisposeAsync();
        if (Links is not null)
        {
            await Links.DisposeAsync();
        }
    }
}
