using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>Lets in test keys only: a live key must never get as far as a mock.</summary>
internal static class ApiKeys
{
    public static void Check(MockRequest request)
    {
        var header = Headers.Find(request, "Authorization");
        if (string.IsNullOrWhiteSpace(header))
        {
            throw Refuse("You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }

        const string Scheme = "Bearer ";
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (key.StartsWith("sk_live_", StringComparison.Ordinal) || key.StartsWith("rk_live_", StringComparison.Ordinal))
        {
            throw Refuse("A live mode key was used against the mock Stripe, which takes test mode keys only.", "livemode_mismatch");
        }

        if (!key.StartsWith("sk_test_", StringComparison.Ordinal) || key.Length == "sk_test_".Length)
        {
            throw Refuse("Invalid API Key provided.");
        }
    }

    private static StripeRefusal Refuse(string message, string? code = null) =>
        new(401, "invalid_request_error", message) { Code = code, BeforeExecution = true };
}
