using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Directing;

/// <summary>What can be directed around a PropIQ, from this process or, through its address and secret, from another.</summary>
public interface IDirector : IAsyncDisposable
{
    /// <summary>Directs the mock Stripe.</summary>
    IStripeControl Stripe { get; }

    /// <summary>Directs the mock Azure OpenAI.</summary>
    IOpenAiControl Ai { get; }

    /// <summary>What Slack received.</summary>
    IInboxControl Slack { get; }

    /// <summary>What SendGrid received.</summary>
    IInboxControl Email { get; }

    /// <summary>What Weights &amp; Biases received.</summary>
    IInboxControl Wandb { get; }

    /// <summary>The ways between PropIQ and what it calls, and its process; null where the sandbox does not run PropIQ.</summary>
    ISurroundings? Surroundings { get; }
}

/// <summary>What a PropIQ stands on: everything here hurts everybody who uses it at that time.</summary>
public interface ISurroundings
{
    /// <summary>Breaks or mends the way to a collaborator.</summary>
    Task SetAsync(Link link, LinkState state, CancellationToken cancellationToken);

    /// <summary>Kills the process as a crash would: requests in flight are abandoned.</summary>
    Task CrashAsync(CancellationToken cancellationToken);

    /// <summary>Starts it again on the same data, and answers when it is healthy.</summary>
    Task ComeBackAsync(CancellationToken cancellationToken);
}

/// <summary>A way from PropIQ to something that it calls.</summary>
public enum Link
{
    /// <summary>PostgreSQL.</summary>
    Database,

    /// <summary>Azure OpenAI.</summary>
    OpenAi,

    /// <summary>Stripe's API.</summary>
    Stripe,

    /// <summary>Slack's webhook.</summary>
    Slack,

    /// <summary>SendGrid.</summary>
    Email,

    /// <summary>Weights &amp; Biases.</summary>
    Wandb,
}

/// <summary>How a way is.</summary>
public enum LinkState
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Connections are reset and refused: the other side is gone.</summary>
    Gone,

    /// <summary>Connections are taken and never answered.</summary>
    Hanging,
}
