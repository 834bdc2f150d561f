using System.Net;
using System.Text.Json;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>An answer of Stripe's. <c>Replayed</c>: it is the remembered answer to an earlier request with the same key.</summary>
internal sealed record StripeAnswer(HttpStatusCode Status, bool Replayed, JsonElement Body)
{
    /// <summary>Done.</summary>
    public bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>
    /// Refused for good under this key. Only a 4xx is definite: after a 5xx nobody knows whether it was done, so that one
    /// must keep its key.
    /// </summary>
    public bool IsRememberedRefusal => Replayed && (int)Status is >= 400 and < 500;

    /// <summary>Reads a response whole. Throws what reading throws: JSON that is none, a connection that ends early.</summary>
    public static async Task<StripeAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var replayed = response.Headers.TryGetValues("Idempotent-Replayed", out var values) && values.Contains("true", StringComparer.OrdinalIgnoreCase);
        return new StripeAnswer(response.StatusCode, replayed, Parse(response, bytes));
    }

    private static JsonElement Parse(HttpResponseMessage response, byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException) when (!response.IsSuccessStatusCode)
        {
            // A gateway's error page: the status says enough.
            return default;
        }
    }
}
