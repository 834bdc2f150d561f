using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Network;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>Directs what is around a host of this process's sandbox.</summary>
internal sealed class HostDirector(PropIqHost host) : IDirector, ISurroundings
{
    public IStripeControl Stripe => host.Stripe;

    public IOpenAiControl Ai => host.Ai;

    public IInboxControl Slack => host.Slack;

    public IInboxControl Email => host.Email;

    public IInboxControl Wandb => host.Wandb;

    public ISurroundings? Surroundings => this;

    public Task SetAsync(Link link, LinkState state, CancellationToken cancellationToken)
    {
        var way = link switch
        {
            Link.Database => host.Links.Database,
            Link.OpenAi => host.Links.OpenAi,
            Link.Stripe => host.Links.Stripe,
            Link.Slack => host.Links.Slack,
            Link.Email => host.Links.Email,
            _ => host.Links.Wandb,
        };
        way.Switch(state switch
        {
            LinkState.Well => ProxyMode.Forward,
            LinkState.Gone => ProxyMode.Refuse,
            _ => ProxyMode.Stall,
        });
        return Task.CompletedTask;
    }

    public Task CrashAsync(CancellationToken cancellationToken) => host.KillAsync(cancellationToken);

    public Task ComeBackAsync(CancellationToken cancellationToken) => host.RestartAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
