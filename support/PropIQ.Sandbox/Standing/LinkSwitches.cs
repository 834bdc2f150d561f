using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sandbox.Standing;

/// <summary>The ways that can be broken here.</summary>
internal sealed class LinkSwitches(IReadOnlyDictionary<Link, FaultProxy> links)
{
    /// <summary>How each is.</summary>
    public IReadOnlyList<LinkStatus> All => [.. links.OrderBy(link => link.Key).Select(link => new LinkStatus(link.Key, StateOf(link.Value.Mode)))];

    /// <summary>All ways of a host.</summary>
    public static LinkSwitches Of(HostLinks links) => new(new Dictionary<Link, FaultProxy>
    {
        [Link.Database] = links.Database,
        [Link.OpenAi] = links.OpenAi,
        [Link.Stripe] = links.Stripe,
        [Link.Slack] = links.Slack,
        [Link.Email] = links.Email,
        [Link.Wandb] = links.Wandb,
    });

    /// <summary>Breaks or mends one; in force when this returns.</summary>
    /// <exception cref="InvalidOperationException">There is no such way here.</exception>
    public void Set(Link link, LinkState state)
    {
        if (!links.TryGetValue(link, out var proxy))
        {
            throw new InvalidOperationException($"There is no way to {link} here that could be broken; there is one to {string.Join(", ", links.Keys.Order())}.");
        }

        proxy.Switch(state switch
        {
            LinkState.Well => ProxyMode.Forward,
            LinkState.Gone => ProxyMode.Refuse,
            LinkState.Hanging => ProxyMode.Stall,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A way is well, gone or hanging."),
        });
    }

    private static LinkState StateOf(ProxyMode mode) => mode switch
    {
        ProxyMode.Forward => LinkState.Well,
        ProxyMode.Stall => LinkState.Hanging,
        _ => LinkState.Gone,
    };
}
