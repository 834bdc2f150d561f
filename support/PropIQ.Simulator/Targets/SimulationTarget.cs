using PropIQ.Client;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Simulator.Targets;

/// <summary>The PropIQ that is simulated against, and the strings around it. What it does not offer is null.</summary>
internal sealed record SimulationTarget(Uri Url, string Kind)
{
    /// <summary>How it spells paths and members.</summary>
    public WireFormat Wire { get; init; } = WireFormat.Contract;

    /// <summary>What keeps requests apart, over all users; null sends at once.</summary>
    public RequestPace? Pace { get; init; }

    /// <summary>Opens the testing interface (contract, section 10).</summary>
    public string? TestingSecret { get; init; }

    /// <summary>Signs webhooks, where no mock Stripe does.</summary>
    public string? SigningSecret { get; init; }

    public IStripeControl? Stripe { get; init; }

    public IOpenAiControl? Ai { get; init; }

    public IInboxControl? Slack { get; init; }

    public IInboxControl? Email { get; init; }

    public IInboxControl? Wandb { get; init; }

    /// <summary>How long one call may take before it counts as unanswered.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True on this machine.</summary>
    public bool IsHere => Url.IsLoopback;

    /// <summary>How it is called; whoever needs more adds to it.</summary>
    public ClientOptions Reach() => new(Url) { Timeout = CallTimeout, Wire = Wire, Pace = Pace };
}
