using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PropIQ.Mocks.Network;

/// <summary>
/// A TCP proxy, on a free port of 127.0.0.1 unless told otherwise, whose network can be made to fail at any time. Any protocol passes through.
/// A client that gives up during a stall is forgotten, with all it had sent: nothing of it reaches the target later.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private const int MostConnections = 2_000;

    private readonly Lock _lock = new();
    private readonly ProxyListener _listener;
    private readonly ConcurrentDictionary<ProxyConnection, Task> _connections = new();
    private long _latencyTicks;
    private volatile bool _disposed;

    private FaultProxy(string host, int port, FaultProxyKind kind, IPEndPoint listenAt)
    {
        Target = new DnsEndPoint(host, port);
        Kind = kind;
        _listener = new ProxyListener(Accept, listenAt);
        _listener.Listen();
    }

    /// <summary>The port that it listens at; the same for the proxy's whole life.</summary>
    public int Port => _listener.Port;

    /// <summary>What it does now.</summary>
    public ProxyMode Mode { get; private set; }

    /// <summary>How many connections it holds.</summary>
    public int Connections => _connections.Count;

    /// <summary>How long whatever a client sends is held back before it is passed on; zero is not at all.</summary>
    public TimeSpan Latency
    {
        get => new(Interlocked.Read(ref _latencyTicks));
        set => Interlocked.Exchange(ref _latencyTicks, value.Ticks);
    }

    internal Gate Gate { get; } = new();

    internal FaultProxyKind Kind { get; }

    internal DnsEndPoint Target { get; private set; }

    /// <summary>Starts a proxy in front of <paramref name="host"/> and <paramref name="port"/>.</summary>
    /// <param name="host">Where connections go on to.</param>
    /// <param name="port">And at which port.</param>
    /// <param name="kind">What travels through it.</param>
    /// <param name="listenAt">Where it listens; null takes a free port of 127.0.0.1.</param>
    /// <exception cref="IOException">Another program listens there.</exception>
    public static FaultProxy Start(string host, int port, FaultProxyKind kind = FaultProxyKind.PlainBytes, IPEndPoint? listenAt = null) =>
        new(host, port, kind, listenAt ?? new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>From now on new connections go there.</summary>
    public void Retarget(string host, int port) => Target = new DnsEndPoint(host, port);

    /// <summary>Changes what it does; in force when this returns.</summary>
    public void Switch(ProxyMode mode)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Mode = mode;
            if (mode == ProxyMode.Refuse)
            {
                _listener.Refuse();
            }
            else
            {
                _listener.Listen();
            }

            if (mode is ProxyMode.Refuse or ProxyMode.DropAll)
            {
                ResetConnections();
            }

            if (mode == ProxyMode.Stall)
            {
                Gate.Shut();
            }
            else
            {
                Gate.Open();
            }
        }
    }

    /// <summary>Stops listening and resets what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _disposed = true;
            _listener.Dispose();
        }

        ResetConnections();
        await Task.WhenAll(_connections.Values);
    }

    private void ResetConnections()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Reset();
        }
    }

    private void Accept(Socket client)
    {
        var connection = new ProxyConnection(client, this);
        lock (_lock)
        {
            if (_disposed || Mode is not (ProxyMode.Forward or ProxyMode.Stall) || _connections.Count >= MostConnections)
            {
                connection.Reset();
                connection.Dispose();
                return;
            }

            var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _connections[connection] = finished.Task;
            _ = RunAsync(connection, finished);
        }
    }

    private async Task RunAsync(ProxyConnection connection, TaskCompletionSource finished)
    {
        await Task.Yield();
        try
        {
            await connection.RunAsync();
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            connection.Dispose();
            finished.SetResult();
        }
    }
}
