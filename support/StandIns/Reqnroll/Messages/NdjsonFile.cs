using System.Buffers;
using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Io.Cucumber.Messages.Types;

namespace Reqnroll.Messages;

/// <summary>A file of messages, one a line; what was written is in the file at once, so that a crash leaves all lines before it.</summary>
internal sealed class NdjsonFile : IDisposable
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new NamedEnums() },
    };

    // Tens of thousands of messages a run: each thread keeps what it writes them with.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    private readonly Lock gate = new();
    private readonly FileStream file;

    public NdjsonFile(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            file = new FileStream(full, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (System.Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ReqnrollException($"The Cucumber Messages cannot be written to {full} (formatters.message.outputFilePath): {error.Message}", error);
        }
    }

    /// <summary>Writes messages, one after the other without another's in between.</summary>
    public void Write(params IEnumerable<Envelope> envelopes)
    {
        // Scenarios that run side by side all write here: what takes long is done before anybody has to wait.
        var lines = kept ??= new ArrayBufferWriter<byte>();
        var json = writer ??= new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true });
        lines.ResetWrittenCount();
        foreach (var envelope in envelopes)
        {
            json.Reset();
            JsonSerializer.Serialize(json, envelope, Options);
            json.Flush();
            lines.Write("\n"u8);
        }

        lock (gate)
        {
            file.Write(lines.WrittenSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file.Dispose();
        }
    }

    /// <summary>The messages' enums are written by the names that their descriptions give them.</summary>
    private sealed class NamedEnums : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter?)Activator.CreateInstance(typeof(NamedEnum<>).MakeGenericType(typeToConvert));
    }

    private sealed class NamedEnum<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, NameOf);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException("Messages are only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);

        private static string NameOf(T value)
            => typeof(T).GetField(value.ToString())!.GetCustomAttribute<DescriptionAttribute>()?.Description ?? value.ToString();
    }
}
