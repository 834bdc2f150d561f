using System.Text.RegularExpressions;

namespace Reqnroll.Generation;

/// <summary>What reqnroll.json says to the generator.</summary>
internal static class GeneratorSettings
{
    private static readonly Regex List = new(@"""addNonParallelizableMarkerForTags""\s*:\s*\[([^\]]*)\]");
    private static readonly Regex Item = new(@"""([^""\\]*)""");

    /// <summary>The tags whose features run alone, without @. The compiler has no JSON reader to lend, so a pattern finds them.</summary>
    public static IEnumerable<string> AloneTags(string json)
    {
        var list = List.Match(json);
        return list.Success
            ? Item.Matches(list.Groups[1].Value).Cast<Match>().Select(m => m.Groups[1].Value.TrimStart('@'))
            : [];
    }
}
