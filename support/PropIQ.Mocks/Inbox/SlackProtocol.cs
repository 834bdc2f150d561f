using System.Text.Json.Nodes;
using System.Web;
using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Inbox;

/// <summary>Slack's incoming webhooks: <c>POST /services/T…/B…/…</c> with a text, blocks or attachments; plain words as answers.</summary>
internal sealed class SlackProtocol : IInboxProtocol
{
    /// <summary>The path of the one webhook there is.</summary>
    public const string WebhookPath = "services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";

    public string BodyOf(MockRequest request) =>
        request.Headers.GetValueOrDefault("Content-Type", "").StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? HttpUtility.ParseQueryString(request.Body)["payload"] ?? string.Empty
            : request.Body;

    public MockResponse Answer(MockRequest request)
    {
        if (!request.Path.StartsWith("/services/", StringComparison.Ordinal))
        {
            return Says(404, "no_service");
        }

        if (request.Method != "POST" || JsonText.ObjectOf(BodyOf(request)) is not { } message)
        {
            return Says(400, "invalid_payload");
        }

        return HasSomething(message) ? Says(200, "ok") : Says(400, "no_text");
    }

    public MockResponse Refusal(int status) => Says(status, status == 429 ? "rate_limited" : status < 500 ? "invalid_payload" : "rollup_error");

    private static bool HasSomething(JsonObject message) =>
        JsonText.StringOf(message["text"]) is { Length: > 0 }
        || message["blocks"] is JsonArray { Count: > 0 }
        || message["attachments"] is JsonArray { Count: > 0 };

    private static MockResponse Says(int status, string word) => new(status, "text/html", word)
    {
        Headers = status == 429 ? new Dictionary<string, string> { ["Retry-After"] = "1" } : new Dictionary<string, string>(),
    };
}
