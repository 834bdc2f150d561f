using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PropIQ.Client;

namespace PropIQ.Targets.Tests.Gateways;

/// <summary>
/// A PropIQ that spells otherwise: takes requests at other paths and with other member names, and passes them on in the
/// contract's spelling; answers the other way round. Members in the contract's own spelling mean nothing to it.
/// </summary>
internal sealed class TranslatingGateway : IAsyncDisposable
{
    // The contract's 1 MiB (3.4).
    private const int TooLarge = 1024 * 1024;
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive", "Expect" };

    // Nobody follows redirects here, and a call ends when either side ends it.
    private readonly HttpClient onward = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly WebApplication app;
    private readonly Uri propIq;
    private readonly WireFormat wire;
    private readonly Func<string, JsonNode?, JsonNode?> twist;

    private TranslatingGateway(Uri propIq, WireFormat wire, Func<string, JsonNode?, JsonNode?>? twist)
    {
        (this.propIq, this.wire, this.twist) = (propIq, wire, twist ?? ((_, json) => json));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        app = builder.Build();
        app.Run(PassOnAsync);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>Starts a gateway before a PropIQ; the twist changes answers, by the contract's path, before they are translated.</summary>
    public static async Task<TranslatingGateway> StartAsync(Uri propIq, WireFormat wire, Func<string, JsonNode?, JsonNode?>? twist, CancellationToken cancellationToken)
    {
        var gateway = new TranslatingGateway(propIq, wire, twist);
        await gateway.app.StartAsync(cancellationToken);
        gateway.Url = new Uri(gateway.app.Urls.First());
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        onward.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        if (ContractPath(context.Request.Path.Value ?? "") is not { } path)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><title>There is nothing here</title></html>", context.RequestAborted);
            return;
        }

        using var request = await RequestAsync(context, path);
        try
        {
            using var answer = await onward.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await AnswerAsync(context, path, answer);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // PropIQ dropped the call, or the caller did: so does the gateway.
            context.Abort();
        }
    }

    private string? ContractPath(string path)
    {
        if (wire.Endpoints.FirstOrDefault(endpoint => endpoint.Value == path).Key is { } other)
        {
            return other;
        }

        return path.StartsWith(wire.PathPrefix + "/", StringComparison.Ordinal) ? path[wire.PathPrefix.Length..] : null;
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpContext context, string path)
    {
        var source = context.Request;
        var target = new UriBuilder(propIq) { Path = path.Contains('%', StringComparison.Ordinal) ? path : new PathString(path).ToUriComponent(), Query = source.QueryString.Value }.Uri;
        var request = new HttpRequestMessage(new HttpMethod(source.Method), target);
        if (source.ContentLength > 0 || source.Headers.TransferEncoding.Count > 0)
        {
            var body = new MemoryStream();
            await source.Body.CopyToAsync(body, context.RequestAborted);

            // Stripe's news is signed byte for byte.
            var bytes = path == "/stripe/webhook" ? body.ToArray() : Translated(body.ToArray(), FromWire);
            request.Content = new ByteArrayContent(bytes);
            request.Headers.TransferEncodingChunked = source.Headers.TransferEncoding.Count > 0;
        }

        foreach (var (name, values) in source.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        request.Headers.TryAddWithoutValidation("X-Forwarded-For", context.Connection.RemoteIpAddress!.ToString());
        return request;
    }

    private async Task AnswerAsync(HttpContext context, string path, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)))
        {
            context.Response.Headers.Append(name, values.ToArray());
        }

        // A file is the customer's, and not spelt by the interface.
        var isJson = answer.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.Ordinal) && answer.Content.Headers.ContentDisposition is null;
        var shown = isJson ? Translated(body, json => wire.ToWire(twist(path, json))) : body;
        if (shown.Length > 0)
        {
            context.Response.ContentLength = shown.Length;
            await context.Response.Body.WriteAsync(shown, context.RequestAborted);
        }
    }

    private JsonNode? FromWire(JsonNode? json) => json switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(NameFromWire(member.Key), FromWire(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(FromWire)]),
        _ => json?.DeepClone(),
    };

    private string NameFromWire(string name)
    {
        var meant = wire.FromWire(name);
        return wire.ToWire(meant) == name ? meant : $"not_{meant}";
    }

    private static byte[] Translated(byte[] json, Func<JsonNode?, JsonNode?> translate)
    {
        // Written anew, what is too large would be smaller, and characters that are broken would be whole.
        if (json.Length > TooLarge || !Utf8.IsValid(json))
        {
            return json;
        }

        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(translate(JsonNode.Parse(json)));
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or ArgumentException)
        {
            // What is no JSON, or broken on purpose, is nobody's to translate.
            return json;
        }
    }
}
