using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.Client.Reading;

/// <summary>Versions are read by people: 1.2 says what "1.2" does.</summary>
internal sealed class VersionConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            using var number = JsonDocument.ParseValue(ref reader);
            return number.RootElement.GetRawText();
        }

        return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("text or a number");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
