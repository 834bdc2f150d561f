namespace PropIQ.Sandbox.Hosts;

/// <summary>An own host's links to what it calls.</summary>
public sealed record HostLinks(
    INetworkLink Database,
    INetworkLink OpenAi,
    INetworkLink Stripe,
    INetworkLink Slack,
    INetworkLink Email,
    INetworkLink Wandb);
