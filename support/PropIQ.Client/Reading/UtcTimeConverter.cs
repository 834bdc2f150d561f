using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PropIQ.Client.Reading;

/// <summary>Times are RFC 3339 in UTC. A time without its offset could be any hour of the day, so it is not accepted.</summary>
internal sealed partial class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String
            && reader.GetString() is { } text
            && Rfc3339Utc().IsMatch(text)
            && DateTimeOffset.TryParse(Shortened().Replace(text, "$1"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.ToUniversalTime();
        }

        throw new JsonException("a time in RFC 3339, in UTC");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-]00:00)\z")]
    private static partial Regex Rfc3339Utc();

    /// <summary>Fractions finer than .NET's hundred nanoseconds are legal; what is beyond them is dropped.</summary>
    [GeneratedRegex(@"(\.[0-9]{7})[0-9]+")]
    private static partial Regex Shortened();
}
