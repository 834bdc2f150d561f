using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.Client.Reading;

/// <summary>Ids: text or whole numbers, each written as it was read.</summary>
internal sealed class JsonIdConverter : JsonConverter<JsonId>
{
    public override JsonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new JsonId(reader.GetString()!, IsNumber: false),
        // JSON has one kind of number, so 12 may come as 12.0.
        JsonTokenType.Number when reader.TryGetDecimal(out var number) && number == decimal.Truncate(number) =>
            new JsonId(number.ToString("0", CultureInfo.InvariantCulture), IsNumber: true),
        _ => throw new JsonException("text or a whole number"),
    };

    public override void Write(Utf8JsonWriter writer, JsonId value, JsonSerializerOptions options)
    {
        if (value.IsNumber)
        {
            writer.WriteRawValue(value.Text);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
