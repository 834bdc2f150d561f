using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.Sandbox.Hosts;

/// <summary>A running PropIQ with everything that it calls: the reference API on a socket, its database, its collaborators.</summary>
public sealed class PropIqHost : IAsyncDisposable
{
    private readonly HostParts _parts;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ReferenceApiHost? _running;
    private bool _disposed;

    private PropIqHost(HostParts parts, ReferenceApiHost running) => (_parts, _running, Url) = (parts, running, running.Url);

    /// <summary>Where it answers; the same over restarts.</summary>
    public Uri Url { get; }

    /// <summary>The environment that it was started with, secrets included.</summary>
    public SandboxEnvironment Environment => _parts.Environment;

    /// <summary>Opens the testing interface.</summary>
    public string TestingSecret => Environment.TestingSecret;

    /// <summary>Directs the mock Azure OpenAI (shared by all hosts of a world; everything is per user).</summary>
    public IOpenAiControl Ai => _parts.Collaborators.Ai;

    /// <summary>Directs this host's own mock Stripe, whose webhooks go to this host.</summary>
    public IStripeControl Stripe => _parts.Stripe.Control;

    /// <summary>What Slack received.</summary>
    public IInboxControl Slack => _parts.Collaborators.Slack;

    /// <summary>What SendGrid received.</summary>
    public IInboxControl Email => _parts.Collaborators.Email;

    /// <summary>What Weights &amp; Biases received.</summary>
    public IInboxControl Wandb => _parts.Collaborators.Wandb;

    /// <summary>The links that can be cut. Only a host of one's own has them: with the shared host, others would suffer too.</summary>
    /// <exception cref="InvalidOperationException">This is the shared host.</exception>
    public HostLinks Links => _parts.Links
        ?? throw new InvalidOperationException("The shared host's links cannot be cut: start a host of your own (StartOwnHostAsync; @own-host in features).");

    /// <summary>Abandons every request in flight, as a crash would. <see cref="RestartAsync"/> brings it back.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => ExclusivelyAsync(
        () => EndAsync(running => running.KillAsync()),
        cancellationToken);

    /// <summary>Stops (unless killed before) and starts again, on the same database and address.</summary>
    public Task RestartAsync(CancellationToken cancellationToken) => ExclusivelyAsync(
        async () =>
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            await EndAsync(running => running.DisposeAsync().AsTask());
            _running = await _parts.RunAsync(Url, cancellationToken);
        },
        cancellationToken);

    /// <summary>Ends it. Its data go with it: what is in flight has nothing left to be waited for.</summary>
    public async ValueTask DisposeAsync() => await ExclusivelyAsync(
        async () =>
        {
            if (!_disposed)
            {
                _disposed = true;
                await EndAsync(running => running.StopAtOnceAsync());
                await _parts.DisposeAsync();
            }
        },
        CancellationToken.None);

    /// <summary>Starts the host of these parts, and tells its Stripe where events go. The parts are the host's from then on.</summary>
    internal static async Task<PropIqHost> StartAsync(HostParts parts, CancellationToken cancellationToken)
    {
        try
        {
            var running = await parts.RunAsync(null, cancellationToken);
            await parts.Stripe.Control.SetWebhookAsync(
                new Uri(running.Url, "stripe/webhook"), parts.Environment.StripeWebhookSecret, cancellationToken);
            return new PropIqHost(parts, running);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    private async Task EndAsync(Func<ReferenceApiHost, Task> end)
    {
        if (_running is { } running)
        {
            _running = null;
            await end(running);
        }
    }

    private async Task ExclusivelyAsync(Func<Task> action, CancellationToken cancellationToken)
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
