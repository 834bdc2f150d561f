using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PropIQ.Proof.Mutants;

/// <summary>Sources that are mutated together, and the tests that must notice (<c>shards.yaml</c>).</summary>
internal sealed record Shard
{
    /// <summary>Names it on the command line.</summary>
    public string Name { get; init; } = "";

    /// <summary>The project that is mutated, by the name of its folder below <c>support</c>.</summary>
    public string Project { get; init; } = "";

    /// <summary>The sources, as globs below the project's folder.</summary>
    public List<string> Files { get; init; } = [];

    /// <summary>The features that must notice, as folders or files below <c>features</c>; none where a test project must.</summary>
    public List<string> Features { get; init; } = [];

    /// <summary>The unit tests that must notice, as globs below <c>tests</c>, where no features do.</summary>
    public List<string> Tests { get; init; } = [];

    /// <summary>Whether the acceptance suite alone must notice.</summary>
    public bool BySuite => Tests.Count == 0;

    /// <summary>The folder of the test project.</summary>
    public string TestFolder => BySuite ? "tests/PropIQ.Mutants" : "tests/PropIQ.UnitMutants";

    /// <summary>All shards of the file next to this program.</summary>
    public static IReadOnlyList<Shard> ReadAll() => Yaml.Read<ShardFile>("Mutants/shards.yaml").Shards;

    private sealed record ShardFile
    {
        public List<Shard> Shards { get; init; } = [];
    }
}

/// <summary>Reads the small files that lie next to this program.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>One file; a member that it should not have is an error.</summary>
    public static T Read<T>(string name) => Reader.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)));
}
