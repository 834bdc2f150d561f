using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PropIQ.Proof.Freedoms;

/// <summary>Other JSON that says the same.</summary>
internal static partial class JsonShape
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Airy = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin) };

    // Objects whose members' names are data: a further one would say something.
    private static readonly HashSet<string> Maps = ["errors", "checks"];

    // What an answer may leave out or send as null. The first name is a member that such an answer always has.
    private static readonly (string Mark, string[] Optional)[] Optionals =
    [
        ("analysis_id", ["warning"]),
        ("subscription_status", ["last_payment_error", "first_name", "last_name"]),
        ("cancel_at_period_end", ["current_period_end"]),
        ("code", ["detail"]),
    ];

    /// <summary>The tree as the reference API would write it.</summary>
    public static string Text(JsonNode tree) => tree.ToJsonString(AsItIs);

    /// <summary>With line breaks, and everything outside ASCII escaped.</summary>
    public static string Aired(JsonNode tree) => tree.ToJsonString(Airy);

    /// <summary>Members in another order.</summary>
    public static void Reorder(JsonNode tree) => EachObject(tree, (_, members) =>
    {
        var reversed = members.Reverse().ToList();
        members.Clear();
        foreach (var (name, value) in reversed)
        {
            members.Add(name, value);
        }
    });

    /// <summary>Members that nobody asked for.</summary>
    public static void Extend(JsonNode tree) => EachObject(tree, (name, members) =>
    {
        if (!Maps.Contains(name))
        {
            members["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = "/" } };
            members["beta_flags"] = new JsonArray("a", 1, null);
            members["internal_score"] = 12.5;
        }
    });

    /// <summary>Null for what could be left out.</summary>
    public static void AddNulls(JsonNode tree) => EachObject(tree, (_, members) =>
    {
        foreach (var name in Optionals.Where(each => members.ContainsKey(each.Mark)).SelectMany(each => each.Optional).Where(name => !members.ContainsKey(name)))
        {
            members[name] = null;
        }
    });

    /// <summary>Numbers with more zeros than they need.</summary>
    public static string WithZeros(JsonNode tree) =>
        Number().Replace(Text(tree), number => number.Groups["text"].Success ? number.Value : number.Value + (number.Value.Contains('.') ? "0" : ".0"));

    /// <summary>Times as <paramref name="format"/> writes them.</summary>
    public static string WithTimes(JsonNode tree, string format) =>
        Time().Replace(Text(tree), time => '"' + DateTimeOffset.Parse(time.Groups["time"].Value, CultureInfo.InvariantCulture).ToString(format, CultureInfo.InvariantCulture) + '"');

    /// <summary>Every object in a tree, with the name that it has in its parent; what is added on the way is not walked.</summary>
    public static void EachObject(JsonNode? tree, Action<string, JsonObject> change, string name = "")
    {
        switch (tree)
        {
            case JsonObject members:
                foreach (var (member, value) in members.ToList())
                {
                    EachObject(value, change, member);
                }

                change(name, members);
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    EachObject(item, change, name);
                }

                break;
        }
    }

    // A string is matched first, so that digits in it are not taken for a number.
    [GeneratedRegex("""(?<text>"(?:[^"\\]|\\.)*")|-?\d+(\.\d+)?(?![\d.eE+-])""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(""" "(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)" """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Time();
}
