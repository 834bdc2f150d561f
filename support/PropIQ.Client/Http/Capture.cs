using System.Buffers;
using System.Net;
using RestSharp.Interceptors;

namespace PropIQ.Client.Http;

/// <summary>One call on the wire: sets on the message what RestSharp has no setting for, and keeps what was sent and came.</summary>
internal sealed class Capture(RawRequest request, Uri url) : Interceptor
{
    /// <summary>More than any answer of PropIQ; a flood must not fill the memory.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; private set; } = [];

    public HttpStatusCode? Status { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; private set; } = [];

    public string? ContentType { get; private set; }

    /// <summary>What came of the body, all of it or not.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>True once the whole answer is here.</summary>
    public bool Finished { get; private set; }

    /// <summary>Why the body broke off, if it did.</summary>
    public Exception? BrokeOff { get; private set; }

    public bool TooLong => BrokeOff is InvalidDataException;

    public string? Header(string name) =>
        ResponseHeaders.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(WireTap.Key, this);
        requestMessage.Method = new HttpMethod(request.Method);
        requestMessage.RequestUri = url;
        requestMessage.Version = HttpVersion.Version11;
        requestMessage.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        if (request.Chunked)
        {
            requestMessage.Headers.TransferEncodingChunked = true;
        }

        if (requestMessage.Content is { } content)
        {
            content.Headers.Remove("Content-Type");
            if (request.ContentType is { } contentType)
            {
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        return ValueTask.CompletedTask;
    }

    public void Sent(HttpRequestMessage message) =>
        RequestHeaders = [.. Flat(message.Headers.NonValidated), .. Flat(message.Content?.Headers.NonValidated)];

    public void Answered(HttpResponseMessage message)
    {
        Status = message.StatusCode;
        ResponseHeaders = [.. Flat(message.Headers.NonValidated), .. Flat(message.Content.Headers.NonValidated)];
        ContentType = Header("Content-Type");
    }

    public async Task ReadBodyAsync(HttpContent content, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        using var received = new MemoryStream();
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while ((read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
                {
                    if (received.Length + read > MostBytes)
                    {
                        BrokeOff = new InvalidDataException("The answer is too long to be kept.");
                        return;
                    }

                    received.Write(buffer, 0, read);
                }

                Finished = true;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            BrokeOff = e;
        }
        finally
        {
            Body = received.ToArray();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(System.Net.Http.Headers.HttpHeadersNonValidated? headers) =>
        headers is null ? [] : headers.Value.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
}
