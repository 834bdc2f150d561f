using System.Text;

namespace PropIQ.Mocks.Stripe.Events;

/// <summary>Delivers over HTTP. Redirects count as answers and are not followed, as with Stripe.</summary>
public sealed class HttpWebhookPost : IWebhookPost, IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Over the given handler (which should not follow redirects), or one of its own.</summary>
    public HttpWebhookPost(HttpMessageHandler? handler = null) => _http = new HttpClient(
        handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        // The deliverer keeps the time.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc />
    public async Task<WebhookAnswer> PostAsync(Uri url, string body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.UserAgent.ParseAdd("Stripe/1.0");
        request.Headers.UserAgent.ParseAdd("(+https://stripe.com/docs/webhooks)");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        }

        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new WebhookAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
