using System.Globalization;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Output;

/// <summary>Keeps the last runs' messages, without their evidence, for comparing.</summary>
public static class History
{
    /// <summary>Keeps a run's messages in a folder, and of those there the newest <paramref name="most"/>.</summary>
    public static void Keep(string messages, DateTimeOffset? startedAt, string folder, int most)
    {
        Directory.CreateDirectory(folder);
        var name = (startedAt ?? File.GetLastWriteTimeUtc(messages)).ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        MessageFile.CopyOutcomes(messages, Path.Combine(folder, $"{name}.ndjson"));
        foreach (var old in Directory.EnumerateFiles(folder, "*.ndjson").OrderDescending(StringComparer.Ordinal).Skip(most))
        {
            File.Delete(old);
        }
    }
}
