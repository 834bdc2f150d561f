using System.Globalization;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>One parameter: <c>line_items[0][price]</c> has the path line_items, 0, price.</summary>
internal sealed record FormEntry(string Name, IReadOnlyList<string> Path, string Value);

/// <summary>Parameters as Stripe takes them: form-encoded, nested by brackets.</summary>
internal sealed class BracketForm
{
    private BracketForm(IReadOnlyList<FormEntry> entries) => Entries = entries;

    public IReadOnlyList<FormEntry> Entries { get; }

    /// <summary>The parameters by name; the values of one that comes several times are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> ToDictionary() =>
        Entries.GroupBy(entry => entry.Name).ToDictionary(same => same.Key, same => string.Join(',', same.Select(entry => entry.Value)));

    /// <summary>The same for the same parameters, in whatever order they came.</summary>
    public string Fingerprint => string.Join('&', Entries
        .Select(entry => $"{Uri.EscapeDataString(entry.Name)}={Uri.EscapeDataString(entry.Value)}")
        .Order(StringComparer.Ordinal));

    public static BracketForm Parse(string body) => new(
    [
        .. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? Entry(Decode(pair), "") : Entry(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }),
    ]);

    public static BracketForm Of(IReadOnlyDictionary<string, string> query) =>
        new([.. query.Select(pair => Entry(pair.Key, pair.Value))]);

    public string? Text(params string[] path) => Entries.LastOrDefault(entry => entry.Path.SequenceEqual(path))?.Value;

    public string Required(string name)
    {
        var value = Text(name) ?? throw StripeRefusal.Missing(name);
        return value.Length > 0 ? value : throw Empty(name);
    }

    /// <summary>The text of a parameter that must not be there empty.</summary>
    public string? Optional(string name) => Text(name) is "" ? throw Empty(name) : Text(name);

    public bool? Flag(params string[] path) => Text(path) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw StripeRefusal.Invalid($"Invalid boolean: {other}", Name(path)),
    };

    public int? Number(int least, int most, params string[] path)
    {
        if (Text(path) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw StripeRefusal.Invalid($"Invalid integer: {text}", Name(path), "parameter_invalid_integer");
        }

        return number >= least && number <= most ? number
            : throw StripeRefusal.Invalid($"This value must be between {least} and {most}.", Name(path), "parameter_invalid_integer");
    }

    public string? Choice(string name, params string[] known) => Text(name) is not { } value || known.Contains(value) ? Text(name)
        : throw StripeRefusal.Invalid($"Invalid {name}: must be one of {string.Join(", ", known)}", name);

    /// <summary>The indexes of an array parameter, in the order in which they came.</summary>
    public IReadOnlyList<string> Indexes(string name) =>
        [.. Entries.Where(entry => entry.Path.Count > 1 && entry.Path[0] == name).Select(entry => entry.Path[1]).Distinct()];

    /// <summary>The keys and values under a path.</summary>
    public IReadOnlyDictionary<string, string> Map(params string[] path) => Entries
        .Where(entry => entry.Path.Count == path.Length + 1 && entry.Path.Take(path.Length).SequenceEqual(path))
        .GroupBy(entry => entry.Path[^1])
        .ToDictionary(same => same.Key, same => same.Last().Value);

    public static string Name(IReadOnlyList<string> path) => path[0] + string.Concat(path.Skip(1).Select(part => $"[{part}]"));

    private static StripeRefusal Empty(string name) => StripeRefusal.Invalid(
        $"You passed an empty string for '{name}'. We assume empty values are an attempt to unset a parameter; however '{name}' cannot be unset.", name, "parameter_invalid_empty");

    private static FormEntry Entry(string name, string value) => new(name, Split(name), value);

    private static string[] Split(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        return open <= 0 || !name.EndsWith(']') ? [name] : [name[..open], .. name[(open + 1)..^1].Split("][")];
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
