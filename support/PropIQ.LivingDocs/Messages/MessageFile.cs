using System.Text.Json;

namespace PropIQ.LivingDocs.Messages;

/// <summary>Reads files of Cucumber Messages, also those of a run that was cut off in the middle of a line.</summary>
public static class MessageFile
{
    private const string AttachmentStart = "{\"attachment\"";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a file; without its evidence, where only outcomes matter.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static RunLog Read(string path, bool evidence = true)
    {
        // The run that writes it may still have it open.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return Read(reader, evidence);
    }

    /// <summary>Reads messages, one a line.</summary>
    public static RunLog Read(TextReader reader, bool evidence = true)
    {
        var log = new RunLog();

        // Understood on all cores, and taken in as they stand.
        List<string> lines = [.. Lines(reader, evidence)];
        foreach (var message in lines.AsParallel().AsOrdered().Select(Message))
        {
            if (message is null || !IsTaken(log, message))
            {
                log.UnreadableLines++;
            }
        }

        return log;
    }

    private static IEnumerable<string> Lines(TextReader reader, bool evidence)
    {
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && (evidence || !line.StartsWith(AttachmentStart, StringComparison.Ordinal)))
            {
                yield return line;
            }
        }
    }

    private static Envelope? Message(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(line, Options);
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
}
