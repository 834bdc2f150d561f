using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reqnroll.Generation;

namespace PropIQ.StandIns.Tests.Reqnroll.Lab;

/// <summary>Compiles feature files as a test project would, in memory.</summary>
internal sealed class FeatureLab
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("PropIQ.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private FeatureLab(GeneratorDriver driver, CSharpCompilation compilation, IReadOnlyList<LabText> files)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        Before = compilation;
        Compilation = generated;
        Files = files;
        Diagnostics = Driver.GetRunResult().Diagnostics;
    }

    public GeneratorDriver Driver { get; }

    public Compilation Before { get; }

    public Compilation Compilation { get; }

    public IReadOnlyList<LabText> Files { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>One feature file in the folder Features.</summary>
    public static FeatureLab Of(string feature, string json = "{}") => Of([new LabText("Features/One.feature", feature)], json);

    public static FeatureLab Of(IReadOnlyList<LabText> files, string json = "{}")
    {
        AdditionalText[] texts = [.. files, new LabText("reqnroll.json", json)];
        var driver = CSharpGeneratorDriver.Create(
            [new FeatureGenerator().AsSourceGenerator()],
            texts,
            new CSharpParseOptions(LanguageVersion.Latest),
            new LabOptions("Lab.Tests"),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var compilation = CSharpCompilation.Create(
            $"Lab{Guid.NewGuid():N}",
            references: References.Value,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return new FeatureLab(driver, compilation, files);
    }

    /// <summary>The test classes, loaded.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var resources = Files.Select(f => new ResourceDescription(f.Path, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(f.Content)), isPublic: true));
        var result = Compilation.Emit(stream, manifestResources: resources);
        return result.Success
            ? Assembly.Load(stream.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>The one feature's class.</summary>
    public Type LoadFeature() => Load().GetExportedTypes().Single(t => t.Name.EndsWith("Feature", StringComparison.Ordinal));
}
