using System.Text.Json;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.ReferenceApi.Subscriptions.Webhook;

/// <summary>An event as Stripe sent it. <c>Created</c> is null where it does not say; <c>Object</c> is what it is about.</summary>
public sealed record StripeEvent(string Id, string Type, DateTimeOffset? Created, JsonElement Object)
{
    /// <summary>Reads a body; null when it is no JSON object with an id and a type.</summary>
    public static StripeEvent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.Text("id") is { Length: > 0 } id && root.Text("type") is { Length: > 0 } type
                ? new StripeEvent(id, type, root.Time("created"), Detached(root.At("data", "object")))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Detached(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? default : element.Clone();
}
