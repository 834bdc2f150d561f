using System.Text.Json.Nodes;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Kills;
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
    public static string Run(Options options)
    {
        IReadOnlyList<RunLog> logs = [.. options.Messages.Where(File.Exists).Select(file => MessageFile.Read(file))];
        if (logs.Count < options.Messages.Count)
        {
            Console.Error.WriteLine($"Not there, so nothing of it is known: {string.Join(", ", options.Messages.Where(file => !File.Exists(file)))}");
        }

        var folder = options.Features is { } features ? FeatureFolder.Read(features) : FeatureFolder.Empty;
        var startedAt = logs.Min(log => log.StartedAt);
        var evidence = new EvidenceStore();
        var model = ModelBuilder.Build(
            new Material(folder, logs, Past.Read(options.History, startedAt), DateTimeOffset.UtcNow)
            {
                Suite = options.Features is { } there ? Revisions.Current(there) : null,
                Revision = RulesSince(options, folder),
                Simulation = SimulationOf(options),
                Kills = KillsOf(options),
                FeaturesRevision = options.Features is { } beside ? KillMatrix.RevisionOf(beside) : null,
            },
            evidence);
        using (var page = Create(options.Out!))
        {
            PageFile.Write(page, "PropIQ's promises", "living-docs", new { Headline = Headline.Of(model), Model = model }, evidence.Packed);
        }

        Write(options.Json, () => Coverage.Of(model));
        Write(options.Conformance, () => Conformance.Of(model));
        Write(options.Markdown, () => MarkdownSummary.Of(model));
        if (options is { Keep: > 0, History: { } history })
        {
            foreach (var log in logs)
            {
                History.Keep(KeptRun.Of(log), history, options.Keep);
            }
        }

        return Headline.Of(model);
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

    private static JsonNode? SimulationOf(Options options)
    {
        var report = options.Simulation ?? (options.Features is { } features ? Path.Combine(features, "..", "simulation_report.json") : null);
        return report is not null && File.Exists(report) ? JsonNode.Parse(File.ReadAllText(report)) : null;
    }

    private static IReadOnlyList<KillMatrix> KillsOf(Options options)
    {
        var usual = options.Features is { } features ? Path.Combine(features, "..", "TestResults", "sabotage", "kill-matrix.json") : null;
        var files = options.Kills ?? (File.Exists(usual) ? [usual] : []);
        return [.. files.Select(KillMatrix.Read)];
    }

    private static void Write(string? path, Func<string> text)
    {
        if (path is not null)
        {
            using var writer = Create(path);
            writer.Write(text());
        }
    }

    private static StreamWriter Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new StreamWriter(path);
    }
}
