using System.Globalization;
using System.Text;

namespace PropIQ.LivingDocs.Features;

/// <summary>Gives the scenarios of a feature names that can stand in a link and stay the same from run to run.</summary>
internal sealed class Names(string path)
{
    private const int LongestRow = 60;
    private readonly HashSet<string> taken = [];

    /// <summary>From the feature's path, the scenario's title and, for an outline, the row's values.</summary>
    public string For(string title, IEnumerable<string> row)
    {
        var values = Slug(string.Join(' ', row));
        var name = $"{Path.ChangeExtension(path, null).Replace('\\', '/')}/{Slug(title)}";
        if (values.Length > 0)
        {
            name += $"/{(values.Length <= LongestRow ? values : values[..LongestRow])}";
        }

        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return unique;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in text.Normalize().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
