using Gherkin;
using Gherkin.Ast;

namespace PropIQ.Support.Tests.Features;

/// <summary>The repository's feature files, read with the official Gherkin parser.</summary>
public static class FeatureFiles
{
    /// <summary>The folder that holds them.</summary>
    public static DirectoryInfo Folder { get; } = Find();

    /// <summary>Paths below the folder, in order.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Folder.EnumerateFiles("*.feature", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder.FullName, file.FullName))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The feature in a file.</summary>
    public static Feature Read(string path) => new Parser().Parse(Path.Combine(Folder.FullName, path)).Feature
        ?? throw new InvalidDataException($"{path} holds no feature.");

    /// <summary>The scenarios of a feature with the rule they stand under, outlines once.</summary>
    public static IEnumerable<(Rule? Rule, Scenario Scenario)> Scenarios(Feature feature)
    {
        foreach (var child in feature.Children)
        {
            if (child is Scenario scenario)
            {
                yield return (null, scenario);
            }
            else if (child is Rule rule)
            {
                foreach (var inner in rule.Children.OfType<Scenario>())
                {
                    yield return (rule, inner);
                }
            }
        }
    }

    private static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PropIQ.Acceptance.sln")))
            {
                return new DirectoryInfo(Path.Combine(folder.FullName, "features"));
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds PropIQ.Acceptance.sln: run the tests from a checkout.");
    }
}
