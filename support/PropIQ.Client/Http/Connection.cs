using System.Diagnostics;
using System.Net;
using RestSharp;

namespace PropIQ.Client.Http;

/// <summary>
/// One actor's way to PropIQ: its own pool of connections, no cookies, no redirects, no proxy, as many calls at once
/// as are made. Sends, records, and turns every failure into words.
/// </summary>
internal sealed class Connection : IConnection
{
    private readonly ClientOptions options;
    private readonly RestClient rest;

    public Connection(ClientOptions options)
    {
        this.options = options;
        BoundTo = SourceAddress.Usable(options.SourceAddress, options.BaseUrl);
        var sockets = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectTimeout = options.Timeout,
            ConnectCallback = BoundTo is null ? null : SourceAddress.Connector(BoundTo),
        };
        var http = new HttpClient(new WireTap(options.Between?.Invoke(sockets) ?? sockets)) { Timeout = Timeout.InfiniteTimeSpan };
        rest = new RestClient(http, new RestClientOptions { Timeout = options.Timeout, UserAgent = "PropIQ.Acceptance/1" }, disposeHttpClient: true);
    }

    /// <summary>The local address that connections leave from; null when the system chooses.</summary>
    public IPAddress? BoundTo { get; }

    public WireFormat Wire => options.Wire;

    /// <summary>Makes one call. Throws for nothing but the caller's own cancellation.</summary>
    public async Task<Received> SendAsync(RawRequest request, Uri url, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (options.Pace is { } pace)
        {
            await pace.KeepAsync(cancellation).ConfigureAwait(false);
        }

        var capture = new Capture(request, url);

        // In this order: start and duration together are then never before the true end, however long a pause falls between the two.
        var started = Stopwatch.GetTimestamp();
        var startedAt = DateTimeOffset.UtcNow;
        var error = await ExecuteAsync(request, url, capture, cancellation).ConfigureAwait(false);
        var exchange = new Exchange(
            request.Method,
            url,
            capture.RequestHeaders,
            RecordedBody.Of(request.Body),
            capture.Status,
            capture.ResponseHeaders,
            capture.Status is null ? null : RecordedBody.Of(capture.Body),
            startedAt,
            Stopwatch.GetElapsedTime(started),
            error is null ? null : TransportFailure.Technical(error));
        options.OnExchange?.Invoke(exchange);
        if (error is not null)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var failure = error is null ? null : TransportFailure.InWords(error, capture, url, options.Timeout);
        return new Received(exchange, capture.Body, capture.ContentType, failure);
    }

    public void Dispose() => rest.Dispose();

    private async Task<Exception?> ExecuteAsync(RawRequest request, Uri url, Capture capture, CancellationToken cancellation)
    {
        try
        {
            // RestSharp would take the path and query apart and put them together its own way: the capture sets them.
            // It also has the answer: to RestSharp any status but 2xx is an error, here every whole answer is an answer.
            var call = new RestRequest(url.GetLeftPart(UriPartial.Authority))
            {
                Interceptors = [capture],
                AdvancedResponseWriter = static (_, answered) => new RestResponse(answered),
            };
            foreach (var (name, value) in request.Headers)
            {
                call.AddHeader(name, value);
            }

            if (request.Body is { } body)
            {
                call.AddBody(body, ContentType.Json);
            }

            var response = await rest.ExecuteAsync(call, cancellation).ConfigureAwait(false);
            return capture.Finished ? null : capture.BrokeOff ?? response.ErrorException;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
