using System.Globalization;
using System.Text.Json;
using PropIQ.LivingDocs.Model;

namespace PropIQ.LivingDocs.Output;

/// <summary>Keeps how the scenarios of the last runs ended, for comparing: a small file for each run.</summary>
public static class History
{
    private const string Kept = "*.json";

    /// <summary>Keeps a run in a folder, and of those there the newest <paramref name="most"/>.</summary>
    public static void Keep(KeptRun run, string folder, int most)
    {
        Directory.CreateDirectory(folder);
        var name = (run.StartedAt ?? DateTimeOffset.UtcNow).ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        File.WriteAllText(Path.Combine(folder, $"{name}.json"), JsonSerializer.Serialize(run));
        foreach (var old in Directory.EnumerateFiles(folder, Kept).OrderDescending(StringComparer.Ordinal).Skip(most))
        {
            File.Delete(old);
        }
    }

    /// <summary>What a folder keeps, in no order; nothing when there is no such folder. A file that is cut off or another's is passed over.</summary>
    public static IEnumerable<KeptRun> Read(string? folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Kept) : [])
        {
            if (ReadFile(file) is { Outcomes: not null } run)
            {
                yield return run;
            }
        }
    }

    private static KeptRun? ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptRun>(File.ReadAllText(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
