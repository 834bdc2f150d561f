using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Messages;
using PropIQ.LivingDocs.Model;
using PropIQ.LivingDocs.Output;
using PropIQ.Pages;

namespace PropIQ.LivingDocs;

/// <summary>Reads all that is there, and writes the page and what goes with it.</summary>
public static class Generator
{
    /// <summary>Does what the options ask; the answer is the page's first line.</summary>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static async Task<string> RunAsync(Options options)
    {
        // One core reads the messages, the other what lies beside them.
        var lying = Task.Run(() => Beside.Read(options));
        IReadOnlyList<RunLog> logs = [.. options.Messages.Where(File.Exists).Select(file => MessageFile.Read(file))];
        if (logs.Count < options.Messages.Count)
        {
            Console.Error.WriteLine($"Not there, so nothing of it is known: {string.Join(", ", options.Messages.Where(file => !File.Exists(file)))}");
        }

        var beside = await lying;
        var kept = Task.Run(() => logs.Select(KeptRun.Of).ToList());
        var startedAt = logs.Min(log => log.StartedAt);
        var evidence = new EvidenceStore();
        evidence.Prepare(logs.SelectMany(log => log.Attempts));
        var model = ModelBuilder.Build(
            new Material(beside.Folder, logs, Past.Read(options.History, startedAt), DateTimeOffset.UtcNow)
            {
                Suite = beside.Suite,
                Revision = RulesSince(options, beside.Folder),
                Simulation = beside.Simulation,
                Kills = beside.Kills,
                FeaturesRevision = beside.FeaturesRevision,
            },
            evidence);
        var headline = Headline.Of(model);
        var page = Task.Run(() => Write(
            options.Out,
            writer => PageFile.Write(writer, "PropIQ's promises", "living-docs", new { Headline = headline, Model = model }, evidence.Packed)));
        Write(options.Json, () => Coverage.Of(model));
        Write(options.Conformance, () => Conformance.Of(model));
        Write(options.Markdown, () => MarkdownSummary.Of(model));
        if (options is { Keep: > 0, History: { } history })
        {
            foreach (var run in await kept)
            {
                History.Keep(run, history, options.Keep);
            }
        }

        await page;
        return headline;
    }

    private static (string?, string?, IReadOnlyList<RuleChange>) RulesSince(Options options, FeatureFolder folder)
    {
        if (options.Since is not { } revision)
        {
            return (null, null, []);
        }

        try
        {
            return (revision, null, Revisions.Since(revision, options.Features ?? ".", folder.Features));
        }
        catch (InvalidOperationException error)
        {
            return (revision, error.Message, []);
        }
    }

    private static void Write(string? path, Func<string> text) => Write(path, writer => writer.Write(text()));

    private static void Write(string? path, Action<StreamWriter> write)
    {
        if (path is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var writer = new StreamWriter(path);
            write(writer);
        }
    }
}
