using PropIQ.Mocks.Network;

namespace PropIQ.Mocks.Http;

/// <summary>A mock as PropIQ reaches it: the mock's server with a <see cref="FaultProxy"/> in front.</summary>
public sealed class MockEndpoint : IAsyncDisposable
{
    private readonly MockServer _server;

    private MockEndpoint(MockServer server, FaultProxy proxy)
    {
        _server = server;
        Proxy = proxy;
    }

    /// <summary>The base URL, with a slash at its end, to configure PropIQ with.</summary>
    public Uri Url => new($"http://127.0.0.1:{Proxy.Port}/");

    /// <summary>The network in front of the mock: refuse, reset, stall, slow down.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>Starts the server and the proxy, each on a free port.</summary>
    public static async Task<MockEndpoint> StartAsync(IMockService service, CancellationToken cancellationToken)
    {
        var server = await MockServer.StartAsync(service, cancellationToken);
        try
        {
            var proxy = FaultProxy.Start(server.EndPoint.Address.ToString(), server.EndPoint.Port, FaultProxyKind.MockAnswers);
            return new MockEndpoint(server, proxy);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _server.DisposeAsync();
    }
}
