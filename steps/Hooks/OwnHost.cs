using PropIQ.Drivers.Stage;
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
        return condition switch
        {
            Condition.Well => link.RestoreAsync(cancellationToken),
            Condition.Gone => link.CutAsync(cancellationToken),
            _ => link.FreezeAsync(cancellationToken),
        };
    }

    /// <inheritdoc />
    public Task CrashAsync(CancellationToken cancellationToken) => host.KillAsync(cancellationToken);

    /// <inheritdoc />
    public Task ComeBackAsync(CancellationToken cancellationToken) => host.RestartAsync(cancellationToken);
}
