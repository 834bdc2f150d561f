using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PropIQ.Client.Reading;

/// <summary>A body read as one JSON object in the contract's spelling, or the reason why it cannot be.</summary>
internal readonly record struct JsonBody(JsonElement? Root, string? Complaint)
{
    public static JsonBody Read(byte[] body, WireFormat wire)
    {
        var bytes = body.AsMemory(body.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        if (bytes.Length == 0 || !Utf8.IsValid(bytes.Span))
        {
            return new JsonBody(null, $"{BodyDescription.Of(body)} where JSON was expected");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, ContractJson.Document);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new JsonBody(null, $"{BodyDescription.Kind(document.RootElement)} where a JSON object was expected");
            }

            return new JsonBody(InContractSpelling(document.RootElement, wire), null);
        }
        catch (JsonException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            return new JsonBody(null, $"a JSON object that names a member twice ({e.Message})");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new JsonBody(null, $"{BodyDescription.Of(body)} where JSON was expected");
        }
    }

    private static JsonElement InContractSpelling(JsonElement received, WireFormat wire) =>
        wire.IsContract
            ? received.Clone()
            : JsonSerializer.SerializeToElement(wire.FromWire(JsonObject.Create(received)), ContractJson.Options);
}
