using System.Net;
using System.Net.Sockets;

namespace PropIQ.Client.Http;

/// <summary>
/// Lets connections leave from a chosen local address. On Linux every 127.x.y.z is there to be bound; elsewhere, or
/// when such an address could never reach the target, connections leave from wherever the system sends them.
/// </summary>
internal static class SourceAddress
{
    /// <summary>The address that connections to this URL can really leave from; null leaves it to the system.</summary>
    public static IPAddress? Usable(IPAddress? wanted, Uri target)
    {
        if (wanted is null
            || (IPAddress.IsLoopback(wanted) && !target.IsLoopback)
            || (target.HostNameType == UriHostNameType.IPv6) != (wanted.AddressFamily == AddressFamily.InterNetworkV6))
        {
            return null;
        }

        try
        {
            using var probe = new Socket(wanted.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(wanted, 0));
            return wanted;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    /// <summary>A connect callback that binds to the address first.</summary>
    public static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> Connector(IPAddress source) =>
        async (context, cancellation) => new NetworkStream(await ConnectAsync(source, context.DnsEndPoint, cancellation).ConfigureAwait(false), ownsSocket: true);

    /// <summary>A connected socket, from the address where one is given.</summary>
    public static async Task<Socket> ConnectAsync(IPAddress? source, DnsEndPoint target, CancellationToken cancellation)
    {
        var socket = source is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(source.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (source is null)
            {
                await socket.ConnectAsync(target, cancellation).ConfigureAwait(false);
                return socket;
            }

            socket.Bind(new IPEndPoint(source, 0));
            var addresses = await Dns.GetHostAddressesAsync(target.Host, source.AddressFamily, cancellation).ConfigureAwait(false);
            await socket.ConnectAsync(addresses, target.Port, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
