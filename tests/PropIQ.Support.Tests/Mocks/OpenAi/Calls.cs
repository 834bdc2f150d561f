using System.Text.Json;
using System.Text.Json.Nodes;
using PropIQ.Mocks.Http;

namespace PropIQ.Support.Tests.Mocks.OpenAi;

/// <summary>Calls as PropIQ makes them, and reading what comes back.</summary>
internal static class Calls
{
    private const string Path = "/openai/deployments/gpt-4o-mini/chat/completions";

    public static MockRequest Analysis(string user, string address = "12 Elm St, Austin, TX 78701") => Request(Body(user, address));

    public static MockRequest Chat(string user, string question) => Request(new JsonObject
    {
        ["user"] = user,
        ["messages"] = new JsonArray(
            Message("system", "You are PropIQ's friendly support."),
            Message("user", question)),
    });

    public static JsonObject Body(string user, string address) => new()
    {
        ["user"] = user,
        ["response_format"] = new JsonObject { ["type"] = "json_object" },
        ["messages"] = new JsonArray(
            Message("system", "You are an analyst. Answer with one JSON object with deal_score, summary and metrics."),
            Message("user", $"Address: {address}\nProperty type: single_family")),
    };

    public static JsonObject Message(string role, string text) => new() { ["role"] = role, ["content"] = text };

    public static MockRequest Request(JsonObject body) => Raw(body.ToJsonString());

    public static MockRequest Raw(string body, string path = Path, string version = "2024-10-21", string? key = "key") => new(
        "POST",
        path,
        new Dictionary<string, string> { ["api-version"] = version },
        key is null ? new Dictionary<string, string>() : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["api-key"] = key },
        body,
        DateTimeOffset.UnixEpoch);

    public static JsonElement Json(this MockResponse response) => JsonDocument.Parse(response.Body).RootElement;

    public static string Content(this MockResponse response) =>
        response.Json().GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    public static JsonElement Analysed(this MockResponse response) => JsonDocument.Parse(response.Content()).RootElement;

    public static decimal Score(this MockResponse response) => response.Analysed().GetProperty("deal_score").GetDecimal();

    public static int Tokens(this MockResponse response, string kind) => response.Json().GetProperty("usage").GetProperty(kind).GetInt32();
}
