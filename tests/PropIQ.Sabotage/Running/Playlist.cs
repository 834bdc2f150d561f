using PropIQ.Sabotage.Reach;

namespace PropIQ.Sabotage.Running;

/// <summary>Which scenarios are played against a saboteur, as arguments of the suite's program; none for all.</summary>
internal delegate IReadOnlyCollection<string> Playlist(Saboteur saboteur);

/// <summary>The ways to choose. Whoever breaks nothing in particular has to get past everything in each of them.</summary>
internal static class Playlists
{
    /// <summary>The scenarios about his cases.</summary>
    public static IReadOnlyCollection<string> Targeted(Saboteur saboteur) => [.. saboteur.Cases.SelectMany(id => new[] { "--filter-trait", $"Category=edge:{id}" })];

    /// <summary>Every scenario that can meet him. Where none does, those about his cases are to show it.</summary>
    public static Playlist Full(ReachFile reach) => saboteur =>
        saboteur.Cases.Count == 0 || reach.Of(saboteur) is not { } methods ? []
        : methods.Count == 0 ? Targeted(saboteur)
        : [.. methods.SelectMany(method => new[] { "--filter-method", method })];

    /// <summary>Every scenario.</summary>
    public static IReadOnlyCollection<string> Everything(Saboteur saboteur) => [];
}
