using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>Stripe's habits of writing JSON: Unix seconds, list objects, indented bodies in plain UTF-8.</summary>
internal static class StripeJson
{
    /// <summary>The version that all objects and events are written in.</summary>
    public const string ApiVersion = "2025-03-31.basil";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonNode node) => node.ToJsonString(Indented);

    public static long Unix(DateTimeOffset time) => time.ToUnixTimeSeconds();

    public static long? Unix(DateTimeOffset? time) => time?.ToUnixTimeSeconds();

    public static JsonObject List(string url, IEnumerable<JsonObject> items, bool hasMore = false) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. items]),
        ["has_more"] = hasMore,
        ["url"] = url,
    };

    public static JsonObject Map(IReadOnlyDictionary<string, string> pairs)
    {
        var map = new JsonObject();
        foreach (var (key, value) in pairs)
        {
            map[key] = value;
        }

        return map;
    }

    /// <summary>What <c>previous_attributes</c> says: the former values of the members that differ.</summary>
    public static JsonObject Previous(JsonObject before, JsonObject after)
    {
        var previous = new JsonObject();
        foreach (var (name, value) in before)
        {
            if (!JsonNode.DeepEquals(value, after[name]))
            {
                previous[name] = value?.DeepClone();
            }
        }

        return previous;
    }
}
