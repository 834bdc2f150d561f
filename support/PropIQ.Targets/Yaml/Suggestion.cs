namespace PropIQ.Targets.Yaml;

/// <summary>The word that somebody may have meant.</summary>
public static class Suggestion
{
    /// <summary>" Did you mean …?" or nothing.</summary>
    public static string For(string word, IEnumerable<string> known) => Nearest(word, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    /// <summary>The known word that is nearest, if it is near enough for a slip.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var most = Math.Max(2, word.Length / 3);
        return known
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= most)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>How many letters have to be inserted, left out or replaced.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
