using YamlDotNet.RepresentationModel;

namespace PropIQ.Simulator.EdgeCases;

/// <summary>The catalogue of edge cases (<c>features/edge-cases.yaml</c>): ids, other names, wordings.</summary>
internal sealed class EdgeCaseCatalogue
{
    private readonly Dictionary<string, EdgeCase> byName;

    private EdgeCaseCatalogue(IReadOnlyList<EdgeCase> cases)
    {
        Cases = cases;
        byName = cases
            .SelectMany(edgeCase => edgeCase.Aliases.Prepend(edgeCase.Id).Select(name => (name, edgeCase)))
            .ToDictionary(pair => pair.name, pair => pair.edgeCase, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The one that the features have, too.</summary>
    public static EdgeCaseCatalogue Instance { get; } = Load();

    public IReadOnlyList<EdgeCase> Cases { get; }

    /// <summary>Ids and aliases.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>The id for an id or alias.</summary>
    public string? IdOf(string name) => byName.GetValueOrDefault(name.Trim())?.Id;

    /// <summary>The case with this id.</summary>
    public EdgeCase this[string id] => byName[id];

    /// <summary>Reads it anew.</summary>
    public static EdgeCaseCatalogue Load()
    {
        using var stream = typeof(EdgeCaseCatalogue).Assembly.GetManifestResourceStream("edge-cases.yaml")!;
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return new([.. Mappings(root["groups"]).SelectMany(group => Mappings(group["cases"]).Select(entry => Read(Text(group["group"]), entry)))]);
    }

    private static EdgeCase Read(string group, YamlMappingNode entry) => new(
        Text(entry["id"]),
        group,
        Text(entry["wording"]),
        entry.Children.TryGetValue("aliases", out var aliases) ? [.. ((YamlSequenceNode)aliases).Select(Text)] : []);

    private static IEnumerable<YamlMappingNode> Mappings(YamlNode list) => ((YamlSequenceNode)list).Cast<YamlMappingNode>();

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}

/// <summary>One edge case.</summary>
internal sealed record EdgeCase(string Id, string Group, string Wording, IReadOnlyList<string> Aliases);
