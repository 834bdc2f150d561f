using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PropIQ.Steps.Hooks.Evidence;

/// <summary>Where evidence lies as files, since attachments are taken from files, and read at once.</summary>
internal static class EvidenceShelf
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "evidence");
    private static int last;

    /// <summary>Makes room.</summary>
    public static void Clear()
    {
        try
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }

            Directory.CreateDirectory(Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A second run beside this one: its files have other numbers or are overwritten, both of which do no harm.
        }
    }

    /// <summary>Puts a piece of evidence on the shelf; the answer is its path.</summary>
    public static string Keep(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"propiq-evidence-{Interlocked.Increment(ref last)}.json"));
        File.WriteAllBytes(path, buffer.WrittenSpan);
        return path;
    }
}
