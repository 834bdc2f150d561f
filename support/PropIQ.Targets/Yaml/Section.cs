using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace PropIQ.Targets.Yaml;

/// <summary>
/// A mapping of a YAML file as it is read: each key that is asked for is known from then on, what cannot be read is an error
/// at its line and column, and <see cref="Done"/> tells of keys that nobody asked for.
/// </summary>
public sealed class Section(YamlMappingNode node, string path, YamlProblems problems, Func<string, string> rewrite)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Where the mapping begins.</summary>
    public Position At { get; } = PositionOf(node);

    /// <summary>The path of keys that leads here.</summary>
    public string Path => path;

    /// <summary>The keys that are written here, in their order.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>True when the key is there and says something.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where a key's value stands, or the mapping if it is not there.</summary>
    public Position PositionOf(string key) => Find(key) is { } value ? PositionOf(value) : At;

    /// <summary>One value; null when it is not there, or is a list or mapping, which is an error.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => rewrite(scalar.Value ?? ""),
        var other => Wrong<string>(other, key, "one value is expected here, not a list or mapping"),
    };

    /// <summary>A text that has to be there; "" when it is not, which is an error.</summary>
    public string RequiredText(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        if (Find(key) is null or YamlScalarNode)
        {
            problems.Error(PositionOf(key), Name(key), "is missing.");
        }

        return "";
    }

    /// <summary>A number; null when it is not there or is none, which is an error.</summary>
    public decimal? Number(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when TryNumber(scalar.Value, out var number) => number,
        var other => WrongNumber(other, key),
    };

    /// <summary>A whole number from a least one; null when it is not there or is another, which is an error.</summary>
    public int? Whole(string key, int least = 0)
    {
        if (Number(key) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number) && number >= least && number <= int.MaxValue)
        {
            return (int)number;
        }

        problems.Error(PositionOf(key), Name(key), string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} is expected, not {number}."));
        return null;
    }

    /// <summary>True or false, also as yes, no, on, off; null when it is not there or is another word, which is an error.</summary>
    public bool? Flag(string key) => Text(key)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        var other => WrongFlag(key, other),
    };

    /// <summary>One of a few words, compared without case.</summary>
    public string? Word(string key, params IReadOnlyList<string> words)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            return word;
        }

        problems.Error(PositionOf(key), Name(key), $"\"{text}\" is none of {string.Join(", ", words)}.{Suggestion.For(text, words)}");
        return null;
    }

    /// <summary>A list of texts; a single one counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode scalar => [rewrite(scalar.Value ?? "")],
        YamlSequenceNode list when list.All(item => item is YamlScalarNode) => [.. list.Cast<YamlScalarNode>().Select(item => rewrite(item.Value ?? ""))],
        var other => Wrong<IReadOnlyList<string>>(other, key, "a list of texts is expected here") ?? [],
    };

    /// <summary>A list of numbers; a single one counts as a list of one.</summary>
    public IReadOnlyList<decimal> Numbers(string key)
    {
        var texts = Texts(key);
        var numbers = new List<decimal>();
        foreach (var text in texts)
        {
            if (TryNumber(text, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                problems.Error(PositionOf(key), Name(key), $"\"{text}\" is not a number.");
            }
        }

        return numbers;
    }

    /// <summary>A names-to-texts mapping; empty when it is not there.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Under(key) is { } section)
        {
            foreach (var name in section.Keys)
            {
                if (section.Text(name) is { } text)
                {
                    map[name] = text;
                }
            }
        }

        return map;
    }

    /// <summary>The mapping at a key; null when it is not there or is none, which is an error.</summary>
    public Section? Under(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode mapping => Child(mapping, Name(key)),
        var other => Wrong<Section>(other, key, "a mapping (key: value) is expected here"),
    };

    /// <summary>The mappings of a list; empty when it is not there.</summary>
    public IReadOnlyList<Section> List(string key)
    {
        if (Find(key) is not { } value)
        {
            return [];
        }

        if (value is not YamlSequenceNode list)
        {
            return Wrong<IReadOnlyList<Section>>(value, key, "a list is expected here (lines that begin with \"- \")") ?? [];
        }

        var sections = new List<Section>();
        foreach (var (item, index) in list.Select((item, index) => (item, index)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Name(key)}[{index + 1}]");
            if (item is YamlMappingNode mapping)
            {
                sections.Add(Child(mapping, name));
            }
            else
            {
                problems.Error(PositionOf(item), name, "a mapping (key: value) is expected here.");
            }
        }

        return sections;
    }

    /// <summary>A list whose items are texts or mappings; a single text counts as a list of one.</summary>
    public IReadOnlyList<(string? Text, Section? Section)> Mixed(string key)
    {
        IEnumerable<YamlNode> items = Find(key) switch { null => [], YamlSequenceNode list => list, var one => [one] };
        return
        [
            .. items.Select((item, index) => item switch
            {
                YamlMappingNode mapping => ((string?)null, (Section?)Child(mapping, string.Create(CultureInfo.InvariantCulture, $"{Name(key)}[{index + 1}]"))),
                YamlScalarNode scalar => (rewrite(scalar.Value ?? ""), null),
                _ => (Wrong<string>(item, key, "a text or a mapping is expected here"), null),
            }),
        ];
    }

    /// <summary>Makes a key known that says nothing to the reader.</summary>
    public void Ignore(params IReadOnlyList<string> keys) => known.UnionWith(keys);

    /// <summary>An error at a key.</summary>
    public void Error(string key, string message) => problems.Error(PositionOf(key), Name(key), message);

    /// <summary>A warning at a key.</summary>
    public void Warn(string key, string message) => problems.Warn(PositionOf(key), Name(key), message);

    /// <summary>Tells of keys that nobody asked for: warns, unless they are to be errors.</summary>
    public void Done(Severity severity = Severity.Warning)
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is YamlScalarNode { Value: { } name } && !known.Contains(name))
            {
                problems.Add(severity, PositionOf(key), Name(name), $"is not known and has no effect.{Suggestion.For(name, known)}");
            }
        }
    }

    private YamlNode? Find(string key)
    {
        known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is not YamlScalarNode { Value: null or "" or "null" or "~", Style: YamlDotNet.Core.ScalarStyle.Plain }
            ? value
            : null;
    }

    private Section Child(YamlMappingNode mapping, string name) => new(mapping, name, problems, rewrite);

    private string Name(string key) => path == "" ? key : $"{path}.{key}";

    private T? Wrong<T>(YamlNode value, string key, string message)
        where T : class
    {
        problems.Error(PositionOf(value), Name(key), $"{message}.");
        return null;
    }

    private decimal? WrongNumber(YamlNode value, string key)
    {
        problems.Error(PositionOf(value), Name(key), $"a number is expected, not {(value is YamlScalarNode scalar ? $"\"{scalar.Value}\"" : "a list or mapping")}.");
        return null;
    }

    private bool? WrongFlag(string key, string text)
    {
        problems.Error(PositionOf(key), Name(key), $"true or false is expected, not \"{text}\".");
        return null;
    }

    private static bool TryNumber(string? text, out decimal number) =>
        decimal.TryParse(text?.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static Position PositionOf(YamlNode node) => new(node.Start.Line, node.Start.Column);
}
