using System.Net;
using System.Net.Sockets;

namespace PropIQ.Targets.Tests.Sandbox;

/// <summary>Ports for what a test has started, and cannot ask which it took.</summary>
internal static class Ports
{
    // Below those that systems give to outgoing connections, one of which might have it by the time that somebody listens.
    private const int First = 12_000;
    private const int Last = 30_000;

    /// <summary>One that is free now.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another, then.
            }
        }
    }
}
