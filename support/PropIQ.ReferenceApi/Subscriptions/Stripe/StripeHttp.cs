using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>
/// Stripe's manner of speaking: forms in, JSON out, a key on every POST, one version pinned. Nothing is tried again here:
/// who asked may ask again, and the key makes that safe.
/// </summary>
public sealed class StripeHttp(ReferenceApiOptions options, ILogger<StripeHttp> logger) : IDisposable
{
    /// <summary>The version whose objects are read here.</summary>
    public const string Version = "2025-03-31.basil";

    // A definite refusal is remembered with its key for a day: a further try needs a further key, but not endlessly many.
    private const int MostKeys = 5;

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseProxy = false,
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = new Uri(options.StripeApiBase.AbsoluteUri.TrimEnd('/') + "/"),
        Timeout = options.StripeTimeout,
    };

    /// <summary>503: whatever it was, payments do not work now. <paramref name="cause"/> is for the log only.</summary>
    public static Refusal Unavailable(string cause, Exception? failure = null) =>
        new(503, "payments_unavailable", "Payments are not available at the moment. Please try again.", new StripeException(cause, failure))
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    /// <summary>Reads an object.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        Expect(path, await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken));

    /// <summary>Makes or changes an object, once for each key.</summary>
    public async Task<JsonElement> PostAsync(
        string path, IReadOnlyCollection<KeyValuePair<string, string>> form, string idempotencyKey, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
            request.Headers.Add("Idempotency-Key", attempt == 1 ? idempotencyKey : $"{idempotencyKey}-{attempt}");
            var answer = await SendAsync(request, cancellationToken);
            if (!answer.IsRememberedRefusal || attempt == MostKeys)
            {
                return Expect(path, answer);
            }
        }
    }

    /// <summary>Ends an object; one that is not there counts as ended.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Delete, path), cancellationToken);
        if (answer.Status != HttpStatusCode.NotFound)
        {
            Expect(path, answer);
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static JsonElement Expect(string path, StripeAnswer answer) =>
        answer.Succeeded ? answer.Body : throw Unavailable($"{(int)answer.Status} from {path}: {answer.Body.Text("error", "code")}");

    private async Task<StripeAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.StripeSecretKey);
        request.Headers.Add("Stripe-Version", Version);
        try
        {
            using (request)
            {
                using var response = await client.SendAsync(request, cancellationToken);
                return await StripeAnswer.ReadAsync(response, cancellationToken);
            }
        }
        catch (Exception failure) when (IsStripes(failure, cancellationToken))
        {
            logger.LogWarning(failure, "Stripe did not answer {Method} {Path}", request.Method, request.RequestUri);
            throw Unavailable("no answer", failure);
        }
    }

    private static bool IsStripes(Exception failure, CancellationToken callers) =>
        failure is HttpRequestException or IOException or JsonException
        || (failure is OperationCanceledException && !callers.IsCancellationRequested);
}
