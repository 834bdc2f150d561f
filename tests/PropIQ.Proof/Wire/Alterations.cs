using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Proof.Wire;

/// <summary>What can become of a member of an answer.</summary>
internal static class Alterations
{
    /// <summary>It is not there.</summary>
    public const string Gone = "gone";

    /// <summary>A number one higher, a time one day later, a text with one letter more, yes for no, something for null.</summary>
    public const string Other = "other";

    /// <summary>A list without its last item.</summary>
    public const string Shorter = "shorter";

    /// <summary>A list from its end to its beginning.</summary>
    public const string Reversed = "reversed";

    /// <summary>Everything that can be changed about a tree: paths, and what can become of what is there.</summary>
    public static IEnumerable<(string Path, string Change)> Of(JsonNode? tree) => Below(tree, "").Distinct();

    /// <summary>Changes what is at a path, in each item of lists on the way.</summary>
    public static void Apply(JsonNode? tree, string path, string change)
    {
        var (name, rest) = path.Split('.', 2) is [var head, var tail] ? (head, tail) : (path, null);
        foreach (var parent in Items(tree).OfType<JsonObject>().Where(parent => parent.ContainsKey(name)))
        {
            if (rest is not null)
            {
                Apply(parent[name], rest, change);
            }
            else
            {
                Change(parent, name, change);
            }
        }
    }

    private static IEnumerable<(string Path, string Change)> Below(JsonNode? tree, string prefix)
    {
        foreach (var (name, value) in Items(tree).OfType<JsonObject>().SelectMany(parent => parent))
        {
            var path = prefix + name;
            yield return (path, Gone);
            if (value is null or JsonValue)
            {
                yield return (path, Other);
            }

            if (value is JsonArray { Count: > 0 })
            {
                yield return (path, Shorter);
            }

            if (value is JsonArray { Count: > 1 })
            {
                yield return (path, Reversed);
            }

            foreach (var below in Below(value, path + "."))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? tree) => tree as IEnumerable<JsonNode?> ?? [tree];

    private static void Change(JsonObject parent, string name, string change)
    {
        switch (change)
        {
            case Gone:
                parent.Remove(name);
                break;
            case Other when parent[name] is null or JsonValue:
                parent[name] = Another(parent[name]);
                break;
            case Shorter when parent[name] is JsonArray { Count: > 0 } list:
                list.RemoveAt(list.Count - 1);
                break;
            case Reversed when parent[name] is JsonArray list:
                parent[name] = new JsonArray([.. list.Reverse().Select(item => item?.DeepClone())]);
                break;
        }
    }

    private static JsonNode Another(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        JsonValueKind.String when IsTime(value.GetValue<string>(), out var time) => JsonValue.Create(time.AddDays(1)),
        JsonValueKind.String => JsonValue.Create(value.GetValue<string>() + "x"),
        _ => JsonValue.Create("x"),
    };

    private static bool IsTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) && text.Contains('T', StringComparison.Ordinal);
}
