using Gherkin;

namespace PropIQ.LivingDocs.Features;

/// <summary>What lies in the folder of features: features, catalogue, clauses, what customers read, Markdown pages.</summary>
public sealed record FeatureFolder(
    IReadOnlyList<FeatureSpec> Features,
    IReadOnlyList<EdgeCaseSpec> Cases,
    IReadOnlyDictionary<string, string> Clauses,
    PromisesSpec Promises,
    IReadOnlyList<MarkdownPage> Pages,
    IReadOnlyList<string> Unreadable)
{
    private const string FolderName = "features/";

    /// <summary>A folder with nothing in it.</summary>
    public static FeatureFolder Empty { get; } = new([], [], new Dictionary<string, string>(), new PromisesSpec(), [], []);

    /// <summary>Reads a folder. What cannot be read is named in <see cref="Unreadable"/>.</summary>
    public static FeatureFolder Read(string folder)
    {
        List<FeatureSpec> features = [];
        List<string> unreadable = [];
        foreach (var (path, file) in FilesIn(folder, "*.feature"))
        {
            Try(path, unreadable, () => features.AddRange(FeatureReader.Read(path, File.ReadAllText(file)) is { } feature ? [feature] : []));
        }

        IReadOnlyList<EdgeCaseSpec> cases = [];
        IReadOnlyDictionary<string, string> clauses = new Dictionary<string, string>();
        var promises = new PromisesSpec();
        Try("edge-cases.yaml", unreadable, () => cases = Catalogue.ReadCases(folder));
        Try("clauses.yaml", unreadable, () => clauses = Catalogue.ReadClauses(folder));
        Try("promises.yaml", unreadable, () => promises = Catalogue.ReadPromises(folder));
        var pages = FilesIn(folder, "*.md").Select(page => MarkdownPage.Read(page.Path, File.ReadAllText(page.File))).ToList();
        return new FeatureFolder(features, cases, clauses, promises, pages, unreadable);
    }

    /// <summary>A message's uri as a path below the features' folder, wherever the writer had that.</summary>
    public static string PathOf(string uri)
    {
        var path = uri.Replace('\\', '/');
        var at = path.StartsWith(FolderName, StringComparison.OrdinalIgnoreCase)
            ? 0
            : path.IndexOf("/" + FolderName, StringComparison.OrdinalIgnoreCase) is var found and >= 0 ? found + 1 : -1;
        return at < 0 ? path : path[(at + FolderName.Length)..];
    }

    private static IEnumerable<(string Path, string File)> FilesIn(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    private static void Try(string what, List<string> unreadable, Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (error is ParserException or YamlDotNet.Core.YamlException or IOException)
        {
            unreadable.Add($"{what}: {error.Message}");
        }
    }
}
