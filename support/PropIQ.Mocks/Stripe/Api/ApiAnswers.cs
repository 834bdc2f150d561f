using System.Text.Json.Nodes;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe.Objects;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>Answers in Stripe's form.</summary>
internal static class ApiAnswers
{
    public static MockResponse Of(int status, JsonObject body, ApiCall call) => new(status, "application/json", StripeJson.Write(body))
    {
        Headers = Headers(call),
    };

    /// <summary>The failing that the director asked for.</summary>
    public static MockResponse Failing(int status, ApiCall call)
    {
        var refusal = status switch
        {
            401 => new StripeRefusal(status, "invalid_request_error", "Invalid API Key provided."),
            402 => new StripeRefusal(status, "card_error", "Your card was declined.") { Code = "card_declined", DeclineCode = "generic_decline" },
            429 => new StripeRefusal(status, "invalid_request_error", "Request rate limit exceeded.") { Code = "rate_limit" },
            < 500 => new StripeRefusal(status, "invalid_request_error", "The request was refused."),
            _ => new StripeRefusal(status, "api_error", "Sorry, something went wrong on our side."),
        };
        return Of(status, refusal.ToJson(), call);
    }

    private static Dictionary<string, string> Headers(ApiCall call)
    {
        var headers = new Dictionary<string, string>
        {
            ["Request-Id"] = call.Cause.RequestId ?? "",
            ["Stripe-Version"] = StripeJson.ApiVersion,
        };
        if (call.Cause.IdempotencyKey is { } key)
        {
            headers["Idempotency-Key"] = key;
        }

        return headers;
    }
}
