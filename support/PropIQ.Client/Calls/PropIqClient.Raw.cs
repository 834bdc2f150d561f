using System.Text;
using PropIQ.Client.Http;
using PropIQ.Client.Reading;

namespace PropIQ.Client;

/// <content>Requests that no typed method would send.</content>
public sealed partial class PropIqClient
{
    /// <summary>Sends a request as it is. Anything below status 400 is a success.</summary>
    public async Task<Answer<RawText>> SendRawAsync(RawRequest request, CancellationToken cancellation)
    {
        var path = request.Path.Split('?', 2);
        var query = path.Length == 2 ? $"?{path[1]}" : "";
        string[] named = request.Headers.Select(header => header.Key.ToUpperInvariant()).ToArray();
        var complete = request with
        {
            Headers =
            [
                .. named.Contains("ACCEPT") ? [] : new[] { KeyValuePair.Create("Accept", "*/*") },
                .. Caller.Bearer(request.AccessToken),
                .. request.Headers,
            ],
        };
        var received = await caller.Connection
            .SendAsync(complete, caller.UrlFor(caller.Wire.PathFor(path[0]) + query), cancellation)
            .ConfigureAwait(false);
        if (received.Failure is null && received.Status < 400)
        {
            var text = new RawText(Encoding.UTF8.GetString(received.Body), received.Body, received.ContentType);
            return new Answer<RawText>(received.Exchange, text, null, null);
        }

        return AnswerReader.Any<RawText>(received, caller.Wire, () => (null, null));
    }

    /// <summary>Sends a text as it is, as JSON unless another content type is given; null sends no body.</summary>
    public Task<Answer<RawText>> SendRawAsync(
        string method,
        string path,
        string? accessToken,
        string? rawBody,
        CancellationToken cancellation,
        string? contentType = "application/json")
    {
        var request = new RawRequest(method, path) { AccessToken = accessToken, ContentType = contentType };
        return SendRawAsync(rawBody is null ? request : request.WithText(rawBody), cancellation);
    }
}
