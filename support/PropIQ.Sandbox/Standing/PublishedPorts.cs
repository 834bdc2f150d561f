using System.Net;

namespace PropIQ.Sandbox.Standing;

/// <summary>Where the mocks and their director are reached from outside: ports in a row, so that a container can publish them.</summary>
/// <param name="Bind">The address of this machine to listen at.</param>
/// <param name="Host">What others call this machine.</param>
/// <param name="First">The director's port; the mocks' follow it.</param>
internal sealed record PublishedPorts(IPAddress Bind, string Host, int First)
{
    /// <summary>The director's port, unless told otherwise.</summary>
    public const int UsualFirst = 8100;

    /// <summary>How many there are.</summary>
    public const int Count = 6;

    public IPEndPoint Director => At(0);

    public IPEndPoint Stripe => At(1);

    public IPEndPoint OpenAi => At(2);

    public IPEndPoint Slack => At(3);

    public IPEndPoint Email => At(4);

    public IPEndPoint Wandb => At(5);

    /// <summary>An address as others call it, which leads to a port of ours.</summary>
    public Uri Published(Uri own, IPEndPoint at) => new UriBuilder(own) { Host = Host, Port = at.Port }.Uri;

    private IPEndPoint At(int offset) => new(Bind, First + offset);
}
