using System.Text.Json.Nodes;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Kills;
using PropIQ.LivingDocs.Model;

namespace PropIQ.LivingDocs;

/// <summary>What a page is made from beside the run's messages, and can be read before they are.</summary>
internal sealed record Beside(FeatureFolder Folder, string? Suite, string? FeaturesRevision, JsonNode? Simulation, IReadOnlyList<KillMatrix> Kills)
{
    /// <summary>Reads what the options name, or else what lies in its usual place.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Beside Read(Options options) => new(
        options.Features is { } features ? FeatureFolder.Read(features) : FeatureFolder.Empty,
        options.Features is { } there ? Revisions.Current(there) : null,
        options.Features is { } here ? KillMatrix.RevisionOf(here) : null,
        SimulationOf(options),
        KillsOf(options));

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
}
