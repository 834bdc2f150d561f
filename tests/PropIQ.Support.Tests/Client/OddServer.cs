using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PropIQ.Support.Tests.Client;

/// <summary>A server that sends the bytes it is told to, HTTP or not, and keeps what it was sent.</summary>
internal sealed class OddServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> behaviour;
    private readonly Task accepting;

    private OddServer(Func<string, NetworkStream, CancellationToken, Task> behaviour)
    {
        this.behaviour = behaviour;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Sends these bytes after reading the request's head, then closes.</summary>
    public static OddServer Sending(string bytes) =>
        Doing(async (_, stream, cancellation) => await stream.WriteAsync(Encoding.UTF8.GetBytes(bytes), cancellation));

    /// <summary>Reads the request's head, sends nothing and keeps the connection.</summary>
    public static OddServer Silent() => Doing((_, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation));

    public static OddServer Doing(Func<string, NetworkStream, CancellationToken, Task> behaviour) => new(behaviour);

    public static string Http(string status, string contentType, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await accepting;
        listener.Stop();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(ending.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var buffer = new byte[64 * 1024];
                var read = await stream.ReadAsync(buffer, ending.Token);
                await behaviour(Encoding.UTF8.GetString(buffer, 0, read), stream, ending.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client went away or the test is over: either is what some tests are about.
        }
    }
}
