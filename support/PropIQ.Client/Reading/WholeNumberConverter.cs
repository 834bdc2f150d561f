using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.Client.Reading;

/// <summary>Counts. JSON has one kind of number, so 5 may come as 5.0; text is no number.</summary>
internal sealed class WholeNumberConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number
            && reader.TryGetDecimal(out var number)
            && number == decimal.Truncate(number)
            && number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        throw new JsonException("a whole number");
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
