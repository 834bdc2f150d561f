using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Inbox;

/// <summary>Reading JSON that may be anything.</summary>
internal static class JsonText
{
    /// <summary>The object that a text is; null when it is none.</summary>
    public static JsonObject? ObjectOf(string text)
    {
        try
        {
            // A node is read lazily; members twice are found out only when it is used.
            var read = JsonNode.Parse(text) as JsonObject;
            _ = read?.Count;
            return read;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The string that a node is; null when it is none.</summary>
    public static string? StringOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>All strings and numbers of a JSON text, decoded, one a line, in NFC; a text that is no JSON is taken as it is.</summary>
    public static string Decode(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var values = new StringBuilder();
            Collect(document.RootElement, values);
            return Compose(values.ToString());
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Compose(text);
        }
    }

    /// <summary>NFC, where there is one.</summary>
    public static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static void Collect(JsonElement element, StringBuilder values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, values);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, values);
                }

                break;
            case JsonValueKind.String:
                values.Append(element.GetString()).Append('\n');
                break;
            case JsonValueKind.Number:
                values.Append(element.GetRawText()).Append('\n');
                break;
        }
    }
}
