using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Network;

/// <summary>A client of plain bytes.</summary>
internal sealed class TestClient : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(150);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<TestClient> ConnectAsync(int port)
    {
        var client = new TestClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        return client;
    }

    public async Task<string> AskAsync(string text)
    {
        await SendAsync(text);
        return await ReceiveAsync(LongEnough);
    }

    public async Task SendAsync(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    public Task<string> ReceiveAsync() => ReceiveAsync(LongEnough);

    /// <summary>Whether nothing arrives for a moment.</summary>
    public async Task<bool> HearsNothingAsync()
    {
        try
        {
            await ReceiveAsync(Silence);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReceiveAsync(TimeSpan within)
    {
        var buffer = new byte[4096];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(within);
        var read = await _socket.ReceiveAsync(buffer, deadline.Token);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
