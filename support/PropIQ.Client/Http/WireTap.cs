namespace PropIQ.Client.Http;

/// <summary>
/// Sits between RestSharp and the socket and keeps what really went over the wire: headers as sent, and as much of
/// the answer as came, also when it broke off.
/// </summary>
internal sealed class WireTap(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Where a call's notes hang on its message.</summary>
    public static readonly HttpRequestOptionsKey<Capture> Key = new("propiq.capture");

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Key, out var capture))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        capture.Sent(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        capture.Answered(response);
        await capture.ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);

        // RestSharp gets no body, which the capture has, and no cookie: nothing may be carried from one call to the next.
        var answer = new HttpResponseMessage(response.StatusCode) { RequestMessage = request };
        response.Dispose();
        return answer;
    }
}
