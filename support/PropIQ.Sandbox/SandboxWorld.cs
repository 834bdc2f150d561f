using System.Collections.Concurrent;
using PropIQ.Mocks;
using PropIQ.Sandbox.Collaborators;
using PropIQ.Sandbox.Databases;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sandbox;

/// <summary>PostgreSQL, the mocks, and PropIQs that use them.</summary>
public sealed class SandboxWorld : IAsyncDisposable
{
    private readonly SandboxOptions _options;
    private readonly PostgresWorld _postgres;
    private readonly CollaboratorMocks _collaborators;
    private readonly ConcurrentBag<PropIqHost> _hosts = [];
    private int _names;

    private SandboxWorld(SandboxOptions options, PostgresWorld postgres, CollaboratorMocks collaborators)
    {
        (_options, _postgres, _collaborators) = (options, postgres, collaborators);
        SharedHost = StartHostAsync("shared", HostTweaks.None, withLinks: false, CancellationToken.None);
    }

    /// <summary>The host that scenarios share; on its way up once the world is there.</summary>
    public Task<PropIqHost> SharedHost { get; }

    /// <summary>Starts a world: what does not need the other comes up at the same time.</summary>
    /// <exception cref="SandboxException">A part did not come up; the message says which, and what to do.</exception>
    public static async Task<SandboxWorld> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var postgres = PostgresWorld.StartAsync(options, cancellationToken);
        var collaborators = LocalMocks.StartCollaboratorsAsync(options, cancellationToken);
        try
        {
            await Task.WhenAll(postgres, collaborators);
            return new SandboxWorld(options, await postgres, await collaborators);
        }
        catch
        {
            await Task.WhenAll(Disposal.OfStartedAsync(postgres), Disposal.OfStartedAsync(collaborators));
            throw;
        }
    }

    /// <summary>A host with a database, a Stripe and links of its own. The caller disposes it; the world does if he does not.</summary>
    /// <exception cref="SandboxException">It did not come up.</exception>
    public Task<PropIqHost> StartOwnHostAsync(HostTweaks tweaks, CancellationToken cancellationToken) =>
        StartHostAsync($"own-{Interlocked.Increment(ref _names)}", tweaks, withLinks: true, cancellationToken);

    /// <summary>Takes down everything that was started here.</summary>
    public async ValueTask DisposeAsync()
    {
        await Disposal.OfStartedAsync(SharedHost);
        await Task.WhenAll(_hosts.Select(host => host.DisposeAsync().AsTask()));
        await Task.WhenAll(_postgres.DisposeAsync().AsTask(), _collaborators.DisposeAsync().AsTask());
    }

    private async Task<PropIqHost> StartHostAsync(string name, HostTweaks tweaks, bool withLinks, CancellationToken cancellationToken)
    {
        var database = _postgres.CloneAsync(cancellationToken);
        var stripe = OwnStripe.StartAsync(_options, cancellationToken);
        try
        {
            await Task.WhenAll(database, stripe);
        }
        catch
        {
            await Disposal.OfStartedAsync(stripe);
            throw;
        }

        var direct = Environment(await database, (await stripe).Url);
        var (links, environment) = withLinks ? HostLinks.Before(direct) : (null, direct);
        var parts = new HostParts(name, _options.Tweaks is { } run ? tweaks.Then(run.Tweaks) : tweaks, environment, _collaborators, await stripe, links, _options.PartDeadline);
        var host = await PropIqHost.StartAsync(parts, cancellationToken);
        _hosts.Add(host);
        return host;
    }

    private SandboxEnvironment Environment(string databaseUrl, Uri stripe) => new()
    {
        DatabaseUrl = databaseUrl,
        StripeApiBase = stripe,
        OpenAiEndpoint = _collaborators.OpenAiEndpoint,
        SlackWebhookUrl = _collaborators.SlackWebhookUrl,
        SendGridBaseUrl = _collaborators.SendGridBaseUrl,
        WandbBaseUrl = _collaborators.WandbBaseUrl,
    };
}
