using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PropIQ.LivingDocs.Features;

/// <summary>Reads the YAML files beside the features.</summary>
internal static class Catalogue
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    public static IReadOnlyList<EdgeCaseSpec> ReadCases(string folder)
    {
        var cases = Read<CaseFile>(folder, "edge-cases.yaml");
        foreach (var group in cases.Groups)
        {
            group.Cases.ForEach(each => each.Group = group.Group);
        }

        return [.. cases.Groups.SelectMany(group => group.Cases)];
    }

    public static IReadOnlyDictionary<string, string> ReadClauses(string folder) => Read<ClauseFile>(folder, "clauses.yaml").Clauses;

    public static PromisesSpec ReadPromises(string folder) => Read<PromisesSpec>(folder, "promises.yaml");

    private static T Read<T>(string folder, string name)
        where T : new()
    {
        var file = Path.Combine(folder, name);
        return File.Exists(file) ? Yaml.Deserialize<T>(File.ReadAllText(file)) ?? new T() : new T();
    }

    private sealed class CaseFile
    {
        public List<CaseGroup> Groups { get; init; } = [];
    }

    private sealed class CaseGroup
    {
        public string Group { get; init; } = "";

        public List<EdgeCaseSpec> Cases { get; init; } = [];
    }

    private sealed class ClauseFile
    {
        public Dictionary<string, string> Clauses { get; init; } = [];
    }
}

/// <summary>A promise: an edge case that PropIQ says it handles.</summary>
public sealed class EdgeCaseSpec
{
    /// <summary>Scenarios are tagged <c>@edge:</c> and this.</summary>
    public string Id { get; init; } = "";

    /// <summary>The group it stands in.</summary>
    public string Group { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string Wording { get; init; } = "";

    /// <summary>Whom it happens to.</summary>
    public List<string> Personas { get; init; } = [];

    /// <summary>The contract's clauses that it is about.</summary>
    public List<string> Clauses { get; init; } = [];

    /// <summary>Capabilities that checking it needs.</summary>
    public List<string> Needs { get; init; } = [];

    /// <summary>Who is hurt when it breaks.</summary>
    public string Hurt { get; init; } = "";

    /// <summary>critical, high or medium.</summary>
    public string Severity { get; init; } = "medium";
}

/// <summary>What customers are told: plans and sentences, and what no scenario checks.</summary>
public sealed class PromisesSpec
{
    /// <summary>The personas in the order in which they are shown, before any other.</summary>
    public List<string> Personas { get; init; } = [];

    /// <summary>The plan table.</summary>
    public List<PlanSpec> Plans { get; init; } = [];

    /// <summary>The cases that prove each column of the plan table.</summary>
    public Dictionary<string, List<string>> PlanProofs { get; init; } = [];

    /// <summary>Every sentence that a customer gets to read.</summary>
    public List<SentenceSpec> Sentences { get; init; } = [];

    /// <summary>What is not checked at all.</summary>
    public List<string> NotChecked { get; init; } = [];
}

/// <summary>A plan: values by column.</summary>
public sealed class PlanSpec
{
    /// <summary>The plan's name.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Values, by the names that <see cref="PromisesSpec.PlanProofs"/> uses.</summary>
    public Dictionary<string, string> Offers { get; init; } = [];
}

/// <summary>A sentence; <c>{n}</c> and the like stand for what differs.</summary>
public sealed class SentenceSpec
{
    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>When a customer reads it.</summary>
    public string When { get; init; } = "";

    /// <summary>The cases that prove it.</summary>
    public List<string> Cases { get; init; } = [];
}
