using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Steps.Hooks;

/// <summary>The switches of a sandbox host that a scenario has for itself.</summary>
internal sealed class OwnHost(PropIqHost host) : IOwnHost
{
    /// <inheritdoc />
    public Task SetAsync(Surrounding surrounding, Condition condition, CancellationToken cancellationToken)
    {
        var link = surrounding switch
        {
            Surrounding.Database => host.Links.Database,
            Surrounding.OpenAi => host.Links.OpenAi,
            Surrounding.Stripe => host.Links.Stripe,
            Surrounding.Slack => host.Links.Slack,
            Surrounding.Email => host.Links.Email,
            _ => host.Links.Wandb,
        };
        link.Switch(condition switch
        {
            Condition.Well => ProxyMode.Forward,
            Condition.Gone => ProxyMode.Refuse,
            _ => ProxyMode.Stall,
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CrashAsync(CancellationToken cancellationToken) => host.KillAsync(cancellationToken);

    /// <inheritdoc />
    public Task ComeBackAsync(CancellationToken cancellationToken) => host.RestartAsync(cancellationToken);
}
