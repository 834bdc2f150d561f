using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PropIQ.Steps.Hooks.Evidence;

/// <summary>Where evidence lies as files, since attachments are taken from files, and read at once.</summary>
internal static class EvidenceShelf
{
    // What an earlier run left is written over, not removed: making a thousand files anew costs more than filling them.
    private static readonly Lazy<string> Folder = new(() => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "evidence")).FullName);

    // Most of it is JSON within JSON, of which every quote would take six characters: this is for files, not for pages.
    private static readonly JsonWriterOptions Sparing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static int last;

    // Each thread's own, kept from one scenario to the next.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    /// <summary>Puts a piece of evidence on the shelf; the answer is its path.</summary>
    public static string Keep(Action<Utf8JsonWriter> write)
    {
        var buffer = kept ??= new ArrayBufferWriter<byte>(16 * 1024);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Sparing))
        {
            write(writer);
        }

        var path = Path.Combine(Folder.Value, string.Create(CultureInfo.InvariantCulture, $"propiq-evidence-{Interlocked.Increment(ref last)}.json"));
        File.WriteAllBytes(path, buffer.WrittenSpan);
        return path;
    }
}
