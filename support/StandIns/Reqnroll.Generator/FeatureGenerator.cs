using System.IO;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Reqnroll.Generation;

/// <summary>Makes a test class of every feature file of the project; a changed file changes its own class alone.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FeatureGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(".feature", StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancel) => new FeatureFile(
                pair.Left.Path,
                Option(pair.Right.GetOptions(pair.Left), "build_metadata.AdditionalFiles.Link") ?? Path.GetFileName(pair.Left.Path),
                pair.Left.GetText(cancel)?.ToString() ?? ""));

        var aloneTags = context.AdditionalTextsProvider
            .Where(static text => Path.GetFileName(text.Path) == "reqnroll.json")
            .Select(static (text, cancel) => text.GetText(cancel)?.ToString() ?? "")
            .Collect()
            .Select(static (texts, _) => new EquatableList<string>(texts.SelectMany(GeneratorSettings.AloneTags)));

        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => Option(options.GlobalOptions, "build_property.RootNamespace") ?? "")
            .Combine(aloneTags)
            .Select(static (pair, _) => new ProjectSettings(pair.Left, pair.Right));

        var features = files.Combine(settings)
            .Select(static (pair, _) => FeatureWriter.Write(pair.Left, pair.Right))
            .Where(static feature => feature is not null)
            .Select(static (feature, _) => feature!)
            .WithTrackingName("Features");

        context.RegisterSourceOutput(features, static (output, feature) =>
        {
            foreach (var problem in feature.Problems.Items)
            {
                output.ReportDiagnostic(problem.ToDiagnostic());
            }

            if (feature.Source.Length > 0)
            {
                output.AddSource(feature.HintName, feature.Source);
            }
        });

        var names = features.Select(static (feature, _) => (feature.FullName, feature.Path)).Collect();
        context.RegisterSourceOutput(names.Combine(settings), static (output, pair) => AddCommon(output, pair.Left, pair.Right));
    }

    private static void AddCommon(
        SourceProductionContext output,
        IReadOnlyCollection<(string FullName, string Path)> features,
        ProjectSettings settings)
    {
        if (features.Count == 0)
        {
            return;
        }

        foreach (var same in features.Where(f => f.FullName.Length > 0).GroupBy(f => f.FullName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var first = same.First().Path;
            foreach (var (_, path) in same.Skip(1))
            {
                var message = $"The feature has the same title and folder as {Path.GetFileName(first)}; titles have to differ in more than case and punctuation.";
                output.ReportDiagnostic(new Problem(Problem.SameTitle, path, 1, 1, message).ToDiagnostic());
            }
        }

        using var template = Assembly.GetExecutingAssembly().GetManifestResourceStream("Support.cs")!;
        using var reader = new StreamReader(template);
        output.AddSource("ReqnrollSupport.g.cs", reader.ReadToEnd());
    }

    private static string? Option(AnalyzerConfigOptions options, string name)
        => options.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
