using System.Globalization;

namespace PropIQ.Sabotage.Commands;

/// <summary>Which saboteurs a run is to try.</summary>
/// <param name="Only">By their ids; none is no restriction.</param>
/// <param name="Areas">By their areas; none is no restriction.</param>
/// <param name="Shard">The part of the rest, such as 2/3; null for all.</param>
internal sealed record Selection(IReadOnlyList<string> Only, IReadOnlyList<string> Areas, string? Shard)
{
    /// <summary>The saboteurs.</summary>
    /// <exception cref="BadInputException">A name is nobody's, or the part is none.</exception>
    public IReadOnlyList<Saboteur> Of(IReadOnlyList<Saboteur> catalogue)
    {
        Known("saboteur", Only, catalogue.Select(saboteur => saboteur.Id));
        Known("area", Areas, catalogue.Select(saboteur => saboteur.Area));
        var (part, parts) = Part();
        var asked = catalogue.Where(saboteur => (Only.Count == 0 && Areas.Count == 0) || Only.Contains(saboteur.Id) || Areas.Contains(saboteur.Area)).ToList();

        // Who breaks nothing is in every part: what is red for him, there and then, proves nothing.
        return [.. asked.Where(saboteur => saboteur.Cases.Count == 0), .. asked.Where(saboteur => saboteur.Cases.Count > 0).Where((_, at) => at % parts == part - 1)];
    }

    private static void Known(string what, IEnumerable<string> asked, IEnumerable<string> known)
    {
        var all = known.Distinct().ToList();
        if (asked.FirstOrDefault(name => !all.Contains(name)) is { } unknown)
        {
            throw new BadInputException($"There is no {what} \"{unknown}\". There are: {string.Join(", ", all)}.");
        }
    }

    private (int Part, int Parts) Part()
    {
        if (Shard is null)
        {
            return (1, 1);
        }

        return Shard.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            && part >= 1 && part <= parts
            ? (part, parts)
            : throw new BadInputException($"--shard {Shard} is no part of a whole: write 1/3, 2/3 or 3/3.");
    }
}

/// <summary>The command line asks for something that there is not.</summary>
internal sealed class BadInputException(string message) : Exception(message);
