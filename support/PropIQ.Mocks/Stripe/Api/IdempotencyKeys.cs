using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>Remembers the answer that each key got, and to what.</summary>
internal sealed class IdempotencyKeys
{
    private const int Longest = 255;

    private readonly Dictionary<string, Saved> _saved = new(StringComparer.Ordinal);

    /// <summary>The saved answer to the same request, null for a new key.</summary>
    /// <exception cref="StripeRefusal">The key was used for something else.</exception>
    public MockResponse? Replay(ApiCall call)
    {
        if (KeyOf(call) is not { } key || !_saved.TryGetValue(key, out var saved))
        {
            return null;
        }

        if (saved.Request != Request(call))
        {
            throw new StripeRefusal(400, "idempotency_error",
                $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.")
            {
                BeforeExecution = true,
            };
        }

        return saved.Answer with
        {
            Headers = new Dictionary<string, string>(saved.Answer.Headers) { ["Idempotent-Replayed"] = "true" },
        };
    }

    public void Save(ApiCall call, MockResponse answer)
    {
        if (KeyOf(call) is { } key)
        {
            _saved[key] = new Saved(Request(call), answer);
        }
    }

    // Reading and deleting are idempotent anyway; Stripe pays keys no heed there.
    private static string? KeyOf(ApiCall call)
    {
        var key = call.Method == "POST" ? call.Cause.IdempotencyKey : null;
        return key is null || key.Length <= Longest ? key
            : throw new StripeRefusal(400, "idempotency_error", $"Idempotency keys may be at most {Longest} characters long.") { BeforeExecution = true };
    }

    private static string Request(ApiCall call) => $"{call.Method} {string.Join('/', call.Path)}?{call.Form.Fingerprint}";

    private sealed record Saved(string Request, MockResponse Answer);
}
