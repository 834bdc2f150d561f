using System.Text.Json;

namespace PropIQ.Sabotage.Reach;

/// <summary>
/// Which scenarios can meet a saboteur, by the full names of their test methods, in which all rows of an outline are one.
/// </summary>
/// <param name="Saboteurs">By the saboteurs' ids; null where any scenario may.</param>
internal sealed record ReachFile(IReadOnlyDictionary<string, List<string>?> Saboteurs)
{
    /// <summary>The environment variable that says where a scout's run is to write it.</summary>
    public const string Variable = "PROPIQ_REACH_FILE";

    /// <summary>The scout's name among the tweaks.</summary>
    public const string Scout = "scout";

    /// <summary>The share of the scenarios that come by any saboteur's place which can meet one saboteur, on average.</summary>
    public double Share
    {
        get
        {
            var all = Saboteurs.Values.SelectMany(methods => methods ?? []).Distinct().Count();
            return all == 0 ? 1 : Saboteurs.Values.Average(methods => methods is null ? 1.0 : (double)methods.Count / all);
        }
    }

    /// <summary>Reads what a scout's run has written.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="JsonException">It is none.</exception>
    public static ReachFile Read(string path) => JsonSerializer.Deserialize<ReachFile>(File.ReadAllText(path)) ?? throw new JsonException($"{path} is empty.");

    /// <summary>Writes it.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    /// <summary>The scenarios that can meet a saboteur; null for all. Whoever is not known may be met by all.</summary>
    public IReadOnlyList<string>? Of(Saboteur saboteur) => Saboteurs.GetValueOrDefault(saboteur.Id);
}
