using System.Net;
using System.Net.Sockets;
using PropIQ.Client.Http;

namespace PropIQ.Client;

/// <summary>
/// Connections that many users share, as behind one office's router: all leave from one local address. Clients that are given
/// one keep no record of what went over the wire; an exchange then holds status, answer's headers and times. For load, where
/// records would cost more than the requests.
/// </summary>
public sealed class ConnectionPool : IDisposable
{
    private readonly HttpMessageInvoker invoker;
    private int open;
    private int opened;

    /// <summary>A pool for one PropIQ. <paramref name="source"/> is used where this system can bind it.</summary>
    public ConnectionPool(Uri target, IPAddress? source, TimeSpan connectTimeout)
    {
        BoundTo = SourceAddress.Usable(source, target);
        invoker = new(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = connectTimeout,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>The local address that connections leave from; null when the system chooses.</summary>
    public IPAddress? BoundTo { get; }

    /// <summary>Connections that are open now.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Connections that were ever opened.</summary>
    public int Opened => Volatile.Read(ref opened);

    /// <inheritdoc />
    public void Dispose() => invoker.Dispose();

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellation) => invoker.SendAsync(message, cancellation);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = await SourceAddress.ConnectAsync(BoundTo, context.DnsEndPoint, cancellation).ConfigureAwait(false);
        Interlocked.Increment(ref opened);
        Interlocked.Increment(ref open);
        return new Counted(socket, this);
    }

    private sealed class Counted(Socket socket, ConnectionPool pool) : NetworkStream(socket, ownsSocket: true)
    {
        private int closed;

        protected override void Dispose(bool disposing)
        {
            if (Interlocked.Exchange(ref closed, 1) == 0)
            {
                Interlocked.Decrement(ref pool.open);
            }

            base.Dispose(disposing);
        }
    }
}
