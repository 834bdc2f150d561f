using System.Collections.Specialized;
using System.Globalization;
using Reqnroll.Bindings;
using Reqnroll.Formatters.RuntimeSupport;

namespace Reqnroll;

/// <summary>A feature as its file has it.</summary>
public class FeatureInfo
{
    /// <summary>A feature.</summary>
    public FeatureInfo(
        CultureInfo language,
        string? folderPath,
        string title,
        string? description,
        ProgrammingLanguage programmingLanguage,
        string[]? tags,
        IFeatureLevelCucumberMessages? featureLevelCucumberMessages = null)
    {
        ArgumentNullException.ThrowIfNull(language);
        Language = language;
        FolderPath = folderPath;
        Title = title;
        Description = description;
        GenerationTargetLanguage = programmingLanguage;
        Tags = tags ?? [];
        Messages = featureLevelCucumberMessages as FeatureLevelCucumberMessages;
    }

    internal FeatureLevelCucumberMessages? Messages { get; }

    /// <summary>The feature's tags, without @.</summary>
    public string[] Tags { get; }

    /// <summary>The language of the code made from it.</summary>
    public ProgrammingLanguage GenerationTargetLanguage { get; }

    /// <summary>The folder of the feature file in the test project.</summary>
    public string? FolderPath { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The free text under the title.</summary>
    public string? Description { get; }

    /// <summary>The culture by which arguments are read.</summary>
    public CultureInfo Language { get; }
}

/// <summary>A rule of a feature.</summary>
public class RuleInfo(string title, string? description, string[]? tags)
{
    /// <summary>The title.</summary>
    public string Title { get; } = title;

    /// <summary>The free text under the title.</summary>
    public string? Description { get; } = description;

    /// <summary>The rule's own tags, without @.</summary>
    public string[] Tags { get; } = tags ?? [];
}

/// <summary>A scenario, or one row of an outline's examples.</summary>
public class ScenarioInfo
{
    /// <summary>A scenario; <paramref name="pickleIndex"/> is its place among the feature's pickles.</summary>
    public ScenarioInfo(
        string title,
        string? description,
        string[]? tags,
        IOrderedDictionary arguments,
        string[]? inheritedTags = null,
        string? pickleIndex = null)
    {
        Title = title;
        Description = description;
        Tags = tags ?? [];
        Arguments = arguments;
        CombinedTags = [.. Tags, .. inheritedTags ?? []];
        PickleIndex = pickleIndex;
    }

    internal string? PickleIndex { get; }

    /// <summary>The scenario's own tags and those of the examples, without @.</summary>
    public string[] Tags { get; }

    /// <summary>The own tags and those of rule and feature.</summary>
    public string[] CombinedTags { get; }

    /// <summary>The cells of the examples' row by column.</summary>
    public IOrderedDictionary Arguments { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The free text under the title.</summary>
    public string? Description { get; }
}

/// <summary>A step as its scenario has it.</summary>
public class StepInfo
{
    internal StepInfo(StepDefinitionType type, string keyword, string text, Table? table, string? multilineText)
    {
        StepDefinitionType = type;
        Keyword = keyword;
        Text = text;
        Table = table;
        MultilineText = multilineText;
    }

    internal string Keyword { get; }

    /// <summary>Its kind; And and But have that of the step before.</summary>
    public StepDefinitionType StepDefinitionType { get; }

    /// <summary>Its text, without the keyword.</summary>
    public string Text { get; }

    /// <summary>Its table, if it has one.</summary>
    public Table? Table { get; }

    /// <summary>Its doc string, if it has one; lines are joined by CRLF.</summary>
    public string? MultilineText { get; }
}
