using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.LivingDocs.Messages;

/// <summary>Reads files of Cucumber Messages, also those of a run that was cut off in the middle of a line.</summary>
public static partial class MessageFile
{
    private const byte LineEnd = (byte)'\n';

    private static ReadOnlySpan<byte> AttachmentStart => "{\"attachment\""u8;

    /// <summary>Reads a file; without its evidence, where only outcomes matter.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static RunLog Read(string path, bool evidence = true)
    {
        // The run that writes it may still have it open.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var text = new byte[stream.Length];
        return Read(text.AsMemory(0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)), evidence);
    }

    /// <summary>Reads messages, one a line, in UTF-8.</summary>
    public static RunLog Read(ReadOnlyMemory<byte> text, bool evidence = true)
    {
        var log = new RunLog();
        var mark = Encoding.UTF8.Preamble;

        // Understood on all cores, and taken in as they stand.
        var lines = Lines(text.Span.StartsWith(mark) ? text[mark.Length..] : text, evidence);
        var messages = new Envelope?[lines.Count];
        Parallel.For(0, lines.Count, index => messages[index] = Message(lines[index].Span));
        foreach (var message in messages)
        {
            if (message is null || !IsTaken(log, message))
            {
                log.UnreadableLines++;
            }
        }

        return log;
    }

    private static List<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> text, bool evidence)
    {
        List<ReadOnlyMemory<byte>> lines = [];
        while (!text.IsEmpty)
        {
            var length = text.Span.IndexOf(LineEnd);
            var line = length < 0 ? text : text[..length];
            text = length < 0 ? default : text[(length + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty && (evidence || !line.Span.StartsWith(AttachmentStart)))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static Envelope? Message(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, MessageJson.Default.Envelope);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsTaken(RunLog log, Envelope message)
    {
        try
        {
            log.Add(message);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    // Generated, since in so short a program looking at the types would take longer than reading.
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Envelope))]
    private sealed partial class MessageJson : JsonSerializerContext;
}
