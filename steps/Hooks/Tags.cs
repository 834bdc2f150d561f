namespace PropIQ.Steps.Hooks;

/// <summary>What the technical tags of features say.</summary>
internal static class Tags
{
    /// <summary>The scenario breaks something for everybody.</summary>
    public const string OwnHost = "own-host";

    private const string Needs = "needs:";
    private const string Edge = "edge:";

    /// <summary>The capabilities that a scenario with these tags needs.</summary>
    public static IReadOnlyList<string> NeedsOf(IEnumerable<string> tags) => After(Needs, tags);

    /// <summary>The cases of the catalogue that a scenario with these tags is an example of.</summary>
    public static IReadOnlyList<string> CasesOf(IEnumerable<string> tags) => After(Edge, tags);

    private static string[] After(string start, IEnumerable<string> tags) =>
        [.. tags.Where(tag => tag.StartsWith(start, StringComparison.Ordinal)).Select(tag => tag[start.Length..]).Distinct()];
}
