using System.Diagnostics;
using System.Net;

namespace PropIQ.Client.Http;

/// <summary>A way to PropIQ over connections that are shared with others. Nothing is recorded but what came of a call and when.</summary>
internal sealed class PooledConnection(ClientOptions options, ConnectionPool pool) : IConnection
{
    public IPAddress? BoundTo => pool.BoundTo;

    public async Task<Received> SendAsync(RawRequest request, Uri url, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (options.Pace is { } pace)
        {
            await pace.KeepAsync(cancellation).ConfigureAwait(false);
        }

        var capture = new Capture(request, url);
        var started = Stopwatch.GetTimestamp();
        var startedAt = DateTimeOffset.UtcNow;
        var error = await ExecuteAsync(request, url, capture, cancellation).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(started);
        if (error is not null)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var exchange = new Exchange(
            request.Method, url, [], null, capture.Status, capture.ResponseHeaders, null, startedAt, took, error is null ? null : TransportFailure.Technical(error));
        options.OnExchange?.Invoke(exchange);
        var failure = error is null ? null : TransportFailure.InWords(error, capture, url, options.Timeout);
        return new Received(exchange, capture.Body, capture.ContentType, failure);
    }

    public void Dispose()
    {
        // The pool is somebody else's.
    }

    private async Task<Exception?> ExecuteAsync(RawRequest request, Uri url, Capture capture, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var message = Message(request, url);
            using var response = await pool.SendAsync(message, limit.Token).ConfigureAwait(false);
            capture.Answered(response);
            await capture.ReadBodyAsync(response.Content, limit.Token).ConfigureAwait(false);
            return capture.BrokeOff;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static HttpRequestMessage Message(RawRequest request, Uri url)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        return message;
    }
}
