using PropIQ.Sabotage.Reach;

namespace PropIQ.Sabotage.Running;

/// <summary>Which scenarios are played against a saboteur.</summary>
internal delegate Part Playlist(Saboteur saboteur);

/// <summary>A part of the suite: the scenarios about these cases, or those of these test methods; all for neither.</summary>
internal sealed record Part(IReadOnlyCollection<string> Cases, IReadOnlyCollection<string> Methods)
{
    /// <summary>All of it.</summary>
    public static readonly Part All = new([], []);

    private readonly HashSet<string> tags = [.. Cases.Select(id => $"edge:{id}")];
    private readonly HashSet<string> methods = [.. Methods];

    /// <summary>Whether a test belongs to it, by its method's full name and its categories.</summary>
    public bool Has(string method, IEnumerable<string> categories) => (tags.Count == 0 && methods.Count == 0) || methods.Contains(method) || categories.Any(tags.Contains);
}

/// <summary>The ways to choose. Whoever breaks nothing in particular has to get past everything in each of them.</summary>
internal static class Playlists
{
    /// <summary>The scenarios about his cases.</summary>
    public static Part Targeted(Saboteur saboteur) => new(saboteur.Cases, []);

    // Courses of events meet nearly everybody, and take as long as twenty scenarios.
    private const string Courses = ".Features.Courses.";

    /// <summary>
    /// Every scenario that can meet him, and those about his cases, which are to show it where none can. Courses of events are
    /// played against those alone whose case they are.
    /// </summary>
    public static Playlist Full(ReachFile reach) => saboteur =>
        saboteur.Cases.Count == 0 || reach.Of(saboteur) is not { } methods
            ? Part.All
            : new(saboteur.Cases, [.. methods.Where(method => !method.Contains(Courses, StringComparison.Ordinal))]);

    /// <summary>Every scenario.</summary>
    public static Part Everything(Saboteur saboteur) => Part.All;
}
