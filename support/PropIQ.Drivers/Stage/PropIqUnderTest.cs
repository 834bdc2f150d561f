using PropIQ.Client;
using PropIQ.Drivers.Plans;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.Targets;

namespace PropIQ.Drivers.Stage;

/// <summary>
/// The PropIQ that a scenario plays against, and the strings that can be pulled around it. What a deployment does not
/// offer is null; a scenario that needs it asks through <see cref="Need{T}"/>.
/// </summary>
public sealed record PropIqUnderTest(Uri Url)
{
    /// <summary>How it spells paths and members.</summary>
    public WireFormat Wire { get; init; } = WireFormat.Contract;

    /// <summary>How long one call may take before it counts as unanswered.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What keeps requests apart, over all scenarios; null where they need not be.</summary>
    public RequestPace? Pace { get; init; }

    /// <summary>The plans as they are promised here.</summary>
    public PlanTable Plans { get; init; } = PlanTable.Contract;

    /// <summary>What can be done with it and around it (<see cref="Capability"/>).</summary>
    public IReadOnlySet<string> Capabilities { get; init; } = Capability.All.ToHashSet();

    /// <summary>The secret of the testing interface (contract, section 10).</summary>
    public string? TestingSecret { get; init; }

    /// <summary>The director of the mock Azure OpenAI.</summary>
    public IOpenAiControl? Ai { get; init; }

    /// <summary>The director of the mock Stripe.</summary>
    public IStripeControl? Stripe { get; init; }

    /// <summary>What Slack received.</summary>
    public IInboxControl? Slack { get; init; }

    /// <summary>What SendGrid received.</summary>
    public IInboxControl? Email { get; init; }

    /// <summary>What Weights &amp; Biases received.</summary>
    public IInboxControl? Wandb { get; init; }

    /// <summary>The switches of a PropIQ that the scenario has for itself; null where it is shared.</summary>
    public IOwnHost? OwnHost { get; init; }

    /// <summary>The key that access tokens are signed with (HS256), for making some that PropIQ must not believe.</summary>
    public string? TokenKey { get; init; }

    /// <summary>Signs webhooks (<c>whsec_…</c>).</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Stands between people and PropIQ, for runs that try what the scenarios notice; null, as nearly always, for nothing.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? Between { get; init; }

    /// <summary>How a client reaches it, from an address of its own.</summary>
    public ClientOptions Reach() => new(Url)
    {
        Wire = Wire,
        Timeout = Timeout,
        Pace = Pace,
        SourceAddress = TestRun.NextSourceAddress(),
    };

    /// <summary>True when it has a capability.</summary>
    public bool Offers(string capability) => Capabilities.Contains(capability);

    /// <summary>Its address: the rest holds secrets.</summary>
    public override string ToString() => Url.ToString();

    /// <summary>Gives what is needed, or says which capability is missing.</summary>
    /// <exception cref="MissingCapabilityException">The target does not offer it.</exception>
    public static T Need<T>(T? offered, string capability)
        where T : class => offered ?? throw new MissingCapabilityException(capability);
}

/// <summary>A PropIQ of the scenario's own, whose surroundings can be broken without hurting another scenario.</summary>
public interface IOwnHost
{
    /// <summary>Breaks or mends the way to a collaborator.</summary>
    Task SetAsync(Surrounding surrounding, Condition condition, CancellationToken cancellationToken);

    /// <summary>Kills the process as a crash would: requests in flight are abandoned.</summary>
    Task CrashAsync(CancellationToken cancellationToken);

    /// <summary>Starts it again on the same data.</summary>
    Task ComeBackAsync(CancellationToken cancellationToken);
}

/// <summary>What stands around a PropIQ.</summary>
public enum Surrounding
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

/// <summary>How the way to a collaborator is.</summary>
public enum Condition
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Connections are reset and refused: the other side is gone.</summary>
    Gone,

    /// <summary>Connections are taken and never answered.</summary>
    Hanging,
}
