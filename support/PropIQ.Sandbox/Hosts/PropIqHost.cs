using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Hosts;

/// <summary>A running PropIQ with everything that it calls: the reference API on a socket, its database, its collaborators.</summary>
public abstract class PropIqHost : IAsyncDisposable
{
    /// <summary>Where it answers; the same over restarts.</summary>
    public abstract Uri Url { get; }

    /// <summary>The environment that it was started with, secrets included.</summary>
    public abstract SandboxEnvironment Environment { get; }

    /// <summary>Opens the testing interface.</summary>
    public string TestingSecret => Environment.TestingSecret;

    /// <summary>Directs the mock Azure OpenAI (shared by all hosts of a world; everything is per user).</summary>
    public abstract IOpenAiControl Ai { get; }

    /// <summary>Directs this host's own mock Stripe, whose webhooks go to this host.</summary>
    public abstract IStripeControl Stripe { get; }

    /// <summary>What Slack received.</summary>
    public abstract IInboxControl Slack { get; }

    /// <summary>What SendGrid received.</summary>
    public abstract IInboxControl Email { get; }

    /// <summary>What Weights &amp; Biases received.</summary>
    public abstract IInboxControl Wandb { get; }

    /// <summary>The links that can be cut. Only a host of one's own has them: others would suffer too.</summary>
    /// <exception cref="InvalidOperationException">This is the shared host.</exception>
    public abstract HostLinks Links { get; }

    /// <summary>Abandons every request in flight, as a crash would. <see cref="RestartAsync"/> brings it back.</summary>
    public abstract Task KillAsync(CancellationToken cancellationToken);

    /// <summary>Stops (unless killed before) and starts again, on the same database and address.</summary>
    public abstract Task RestartAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
