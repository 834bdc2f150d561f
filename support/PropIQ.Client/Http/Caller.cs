using System.Text.Json;
using System.Text.Json.Nodes;
using PropIQ.Client.Reading;

namespace PropIQ.Client.Http;

/// <summary>Makes requests of the contract's calls: path with its arguments, bearer, JSON in this PropIQ's spelling.</summary>
internal sealed class Caller(ClientOptions options) : IDisposable
{
    private readonly IConnection connection = options.Pool is { } pool ? new PooledConnection(options, pool) : new Connection(options);

    public WireFormat Wire => options.Wire;

    public IConnection Connection => connection;

    /// <summary>A call whose success is a JSON object.</summary>
    public async Task<Answer<T>> JsonAsync<T>(Call call, CancellationToken cancellation)
        where T : class
    {
        var received = await SendAsync(call, cancellation).ConfigureAwait(false);
        return AnswerReader.Json<T>(received, Wire);
    }

    /// <summary>A call whose success has nothing to say.</summary>
    public async Task<Answer<Nothing>> NothingAsync(Call call, CancellationToken cancellation)
    {
        var received = await SendAsync(call, cancellation).ConfigureAwait(false);
        return AnswerReader.Any<Nothing>(received, Wire, () => (Nothing.Instance, null));
    }

    public Task<Received> SendAsync(Call call, CancellationToken cancellation)
    {
        var request = new RawRequest(call.Method, "")
        {
            Body = call.Body is null ? null : Bytes(call.Body),
            Headers = [KeyValuePair.Create("Accept", call.Accept), .. Bearer(call.AccessToken ?? options.SentAlong), .. call.Headers],
        };
        return connection.SendAsync(request, UrlFor(PathOf(call) + call.Query), cancellation);
    }

    /// <summary>An absolute URL for a path below the base URL, whose own path is kept.</summary>
    public Uri UrlFor(string path) => new(options.BaseUrl.AbsoluteUri.TrimEnd('/') + path);

    public static IEnumerable<KeyValuePair<string, string>> Bearer(string? accessToken) =>
        accessToken is null ? [] : [KeyValuePair.Create("Authorization", $"Bearer {accessToken}")];

    public void Dispose() => connection.Dispose();

    private string PathOf(Call call)
    {
        var path = Wire.PathFor(call.Path);
        return call.Argument is null ? path : path.Replace(call.Path[call.Path.IndexOf('{')..(call.Path.IndexOf('}') + 1)], Uri.EscapeDataString(call.Argument), StringComparison.Ordinal);
    }

    private byte[] Bytes(object body) =>
        body as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(
            Wire.ToWire(body as JsonNode ?? JsonSerializer.SerializeToNode(body, body.GetType(), ContractJson.Options)),
            ContractJson.Options);
}
