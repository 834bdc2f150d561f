using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PropIQ.Support.Tests.Mocks.Network;

/// <summary>A server that sends back what it gets, and remembers it.</summary>
internal sealed class EchoTarget : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly StringBuilder _received = new();

    public EchoTarget()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Received
    {
        get
        {
            lock (_received)
            {
                return _received.ToString();
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = EchoAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task EchoAsync(Socket socket)
    {
        using var connection = socket;
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var read)
            {
                lock (_received)
                {
                    _received.Append(Encoding.UTF8.GetString(buffer, 0, read));
                }

                await socket.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (SocketException)
        {
            // Reset by the proxy, as some tests mean it to be.
        }
    }
}
