using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PropIQ.Support.Tests.Features;

/// <summary>The catalogue of edge cases and the list of the contract's clauses, as they stand beside the features.</summary>
public static class Catalogue
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>Every case, in the file's order.</summary>
    public static IReadOnlyList<EdgeCase> Cases { get; } = [.. Read<CaseFile>("edge-cases.yaml").Groups.SelectMany(group => group.Cases)];

    /// <summary>Clause numbers with what they are about.</summary>
    public static IReadOnlyDictionary<string, string> Clauses { get; } = Read<ClauseFile>("clauses.yaml").Clauses;

    private static T Read<T>(string name) => Yaml.Deserialize<T>(File.ReadAllText(Path.Combine(FeatureFiles.Folder.FullName, name)));

    /// <summary>The catalogue's file.</summary>
    public sealed class CaseFile
    {
        /// <summary>Cases by group.</summary>
        public List<CaseGroup> Groups { get; init; } = [];
    }

    /// <summary>A group of cases.</summary>
    public sealed class CaseGroup
    {
        /// <summary>The group's name.</summary>
        public string Group { get; init; } = "";

        /// <summary>Its cases.</summary>
        public List<EdgeCase> Cases { get; init; } = [];
    }

    /// <summary>One case.</summary>
    public sealed class EdgeCase
    {
        /// <summary>Scenarios are tagged <c>@edge:</c> and this.</summary>
        public string Id { get; init; } = "";

        /// <summary>Names that older simulation profiles use.</summary>
        public List<string> Aliases { get; init; } = [];

        /// <summary>What it is called.</summary>
        public string Wording { get; init; } = "";

        /// <summary>Whom it happens to.</summary>
        public List<string> Personas { get; init; } = [];

        /// <summary>The contract's clauses that it is about.</summary>
        public List<string> Clauses { get; init; } = [];

        /// <summary>Capabilities that it needs.</summary>
        public List<string> Needs { get; init; } = [];

        /// <summary>Who is hurt when it breaks, and how badly.</summary>
        public string Hurt { get; init; } = "";

        /// <summary>critical, high or medium.</summary>
        public string Severity { get; init; } = "";

        /// <inheritdoc />
        public override string ToString() => Id;
    }

    private sealed class ClauseFile
    {
        public Dictionary<string, string> Clauses { get; init; } = [];
    }
}
