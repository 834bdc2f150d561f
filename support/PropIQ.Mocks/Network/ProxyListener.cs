using System.Net;
using System.Net.Sockets;

namespace PropIQ.Mocks.Network;

/// <summary>
/// A port of an address of this machine that can stop and start listening. While it does not listen the port stays bound, so that
/// connections are refused and nobody else is given it.
/// </summary>
internal sealed class ProxyListener : IDisposable
{
    private static readonly TimeSpan RebindWithin = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Action<Socket> _accepted;
    private readonly IPEndPoint _at;
    private Socket _socket;
    private bool _disposed;

    public ProxyListener(Action<Socket> accepted, IPEndPoint at)
    {
        _accepted = accepted;
        _socket = Bind(at);
        _at = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public int Port => _at.Port;

    public bool IsListening { get; private set; }

    public void Listen()
    {
        lock (_lock)
        {
            if (IsListening || _disposed)
            {
                return;
            }

            _socket.Listen(512);
            IsListening = true;
            _ = AcceptAsync(_socket);
        }
    }

    public void Refuse()
    {
        lock (_lock)
        {
            if (!IsListening || _disposed)
            {
                return;
            }

            // Closing also resets whoever connected but was not accepted yet.
            _socket.Dispose();
            IsListening = false;
            _socket = Bind(_at);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            IsListening = false;
            _socket.Dispose();
        }
    }

    private static Socket Bind(IPEndPoint at)
    {
        for (var deadline = Environment.TickCount64 + (long)RebindWithin.TotalMilliseconds; ; Thread.Yield())
        {
            var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(at);
                return socket;
            }
            catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                socket.Dispose();
                if (Environment.TickCount64 > deadline)
                {
                    throw new IOException($"Port {at.Port} of {at.Address} cannot be listened at: another program has it.", failure);
                }
            }
        }
    }

    private async Task AcceptAsync(Socket listening)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listening.AcceptAsync();
            }
            catch (SocketException failure) when (failure.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
            {
                // A client that gave up before it was accepted is none of ours.
                continue;
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _accepted(client);
        }
    }
}
