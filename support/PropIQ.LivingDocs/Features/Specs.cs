namespace PropIQ.LivingDocs.Features;

/// <summary>A feature as its file has it. <c>Path</c> is below the features' folder, with slashes.</summary>
public sealed record FeatureSpec(string Path, string Name, string? Description, IReadOnlyList<string> Tags, IReadOnlyList<RuleSpec> Rules)
{
    /// <summary>All its scenarios.</summary>
    public IEnumerable<ScenarioSpec> Scenarios => Rules.SelectMany(rule => rule.Scenarios);
}

/// <summary>A rule with its scenarios; scenarios that stand under no rule are under one without a name.</summary>
public sealed record RuleSpec(string Name, string? Description, IReadOnlyList<ScenarioSpec> Scenarios);

/// <summary>
/// A scenario, or one row of an outline. <c>Id</c> stays the same from run to run; <c>Line</c> is the row's for an outline;
/// <c>Outline</c> is the outline's name, and <c>Row</c> its values by column.
/// </summary>
public sealed record ScenarioSpec(
    string Id,
    string Name,
    int Line,
    string? Description,
    string? Outline,
    IReadOnlyList<KeyValuePair<string, string>> Row,
    IReadOnlyList<string> Tags,
    IReadOnlyList<StepSpec> Steps);

/// <summary>A step with a row's values in it. <c>Text</c> may come with a table or a longer text.</summary>
public sealed record StepSpec(string Keyword, string Text, IReadOnlyList<IReadOnlyList<string>>? Table, string? DocString);
