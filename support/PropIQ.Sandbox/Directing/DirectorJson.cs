using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.Sandbox.Directing;

/// <summary>How arguments and answers are written on the way. It is read by nobody but the other side.</summary>
internal static class DirectorJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new NamesAndValues() },
    };

    /// <summary>Headers are found in any case, as where they were received; other names that differ in case alone stay apart.</summary>
    private sealed class NamesAndValues : JsonConverter<IReadOnlyDictionary<string, string>>
    {
        public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!;
            var found = new Dictionary<string, string>(read.Count, StringComparer.OrdinalIgnoreCase);
            return read.All(pair => found.TryAdd(pair.Key, pair.Value)) ? found : read;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, text) in value)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
        }
    }
}
