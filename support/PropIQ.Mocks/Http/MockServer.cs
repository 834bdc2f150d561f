using System.Net;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace PropIQ.Mocks.Http;

/// <summary>
/// A mock on a port of this machine: a WireMock server with one mapping that catches everything and hands it to the mock.
/// Connections' fates are only marked here; <see cref="MockEndpoint"/> puts a proxy in front that carries them out.
/// </summary>
public sealed class MockServer : IAsyncDisposable
{
    private readonly IMockService _service;
    private readonly TimeProvider _time;
    private readonly WireMockServer _server;
    private readonly CancellationTokenSource _stopping = new();
    private int _disposed;

    private MockServer(IMockService service, TimeProvider time)
    {
        _service = service;
        _time = time;
        _server = WireMockServer.Start();

        // The mocks keep what is worth keeping; WireMock's log would only grow.
        _server.SetMaxRequestLogCount(0);
        _server.Given(Request.Create().WithPath("/*").UsingAnyMethod()).RespondWith(Response.Create().WithCallback(AnswerAsync));
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => new(IPAddress.Loopback, _server.Port);

    /// <summary>Where it listens, as a base URL.</summary>
    public Uri Url => new($"http://{EndPoint}/");

    /// <summary>Starts a server for <paramref name="service"/> on a free port.</summary>
    public static Task<MockServer> StartAsync(IMockService service, CancellationToken cancellationToken, TimeProvider? time = null) =>
        Blocking(() => new MockServer(service, time ?? TimeProvider.System), cancellationToken);

    /// <summary>Stops it; requests still held by the mock are let go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        await Blocking(() =>
        {
            _server.Dispose();
            return true;
        });
        _stopping.Dispose();
    }

    // WireMock waits on its thread while it starts and stops: on one of its own, for the pool's few would be missed by everybody else.
    private static Task<T> Blocking<T>(Func<T> work, CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task<IResponseMessage> AnswerAsync(IRequestMessage message)
    {
        var answer = await _service.HandleAsync(message.ToMockRequest(_time.GetUtcNow()), _stopping.Token);
        return answer.ToResponseMessage();
    }
}
