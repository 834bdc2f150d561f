using System.Text.Json;

namespace PropIQ.ReferenceApi.Http;

/// <summary>
/// A well-formed JSON body, read member by member without ever throwing: odd JSON is the caller's mistake, to be
/// answered with that call's own refusal. A body that is no object has no members. Null counts as missing.
/// </summary>
public sealed class JsonBody(JsonElement root)
{
    private readonly Dictionary<string, JsonElement> members = Members(root);

    /// <summary>The whole body.</summary>
    public JsonElement Root { get; } = root;

    /// <summary>Binds to the body that the pipeline has read; null where the endpoint does not take JSON.</summary>
    public static ValueTask<JsonBody?> BindAsync(HttpContext context) => new(context.Features.Get<JsonBody>());

    /// <summary>A member as it is; null when it is missing.</summary>
    public JsonElement? Member(string name) =>
        Root.ValueKind == JsonValueKind.Object && Find(name, out var element) ? element : null;

    /// <summary>A text. One with half a surrogate pair is no text, hence Wrong. <paramref name="alias"/> is a second accepted name.</summary>
    public Field<string> Text(string name, string? alias = null) => Read<string>(name, alias, ReadText);

    /// <summary>A number that a decimal can hold.</summary>
    public Field<decimal> Number(string name, string? alias = null) =>
        Read(name, alias, element => element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var value) ? Given(value) : Wrong<decimal>());

    /// <summary>A whole number; 3.0 counts as one.</summary>
    public Field<int> Integer(string name, string? alias = null) => Read(name, alias, ReadInteger);

    /// <summary>True or false.</summary>
    public Field<bool> Flag(string name, string? alias = null) =>
        Read(name, alias, element => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Given(element.GetBoolean()) : Wrong<bool>());

    /// <summary>A list of texts; one item of another kind makes it Wrong.</summary>
    public Field<IReadOnlyList<string>> Texts(string name, string? alias = null) => Read(name, alias, ReadTexts);

    /// <summary>A member that is an object, to be read like a body of its own.</summary>
    public Field<JsonBody> Object(string name) =>
        Read(name, null, element => element.ValueKind == JsonValueKind.Object ? Given(new JsonBody(element)) : Wrong<JsonBody>());

    private Field<T> Read<T>(string name, string? alias, Func<JsonElement, Field<T>> read) =>
        Find(name, out var element) || (alias is not null && Find(alias, out element)) ? read(element) : default;

    private bool Find(string name, out JsonElement element) =>
        members.TryGetValue(name, out element) && element.ValueKind != JsonValueKind.Null;

    /// <summary>The members by name; of one given twice, the last.</summary>
    private static Dictionary<string, JsonElement> Members(JsonElement root)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (root.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in root.EnumerateObject())
            {
                if (NameOf(member) is { } name)
                {
                    members[name] = member.Value;
                }
            }
        }

        return members;
    }

    /// <summary>A member's name; null for one with half a surrogate pair in it, which no member that we know has.</summary>
    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Field<string> ReadText(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return Wrong<string>();
        }

        try
        {
            return Given(element.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: valid JSON, but no Unicode text.
            return Wrong<string>();
        }
    }

    private static Field<int> ReadInteger(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number
        && element.TryGetDecimal(out var value)
        && decimal.Truncate(value) == value
        && value is >= int.MinValue and <= int.MaxValue
            ? Given((int)value)
            : Wrong<int>();

    private static Field<IReadOnlyList<string>> ReadTexts(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return Wrong<IReadOnlyList<string>>();
        }

        var texts = element.EnumerateArray().Select(ReadText).ToList();
        return texts.TrueForAll(text => text.IsGiven)
            ? Given<IReadOnlyList<string>>([.. texts.Select(text => text.Value!)])
            : Wrong<IReadOnlyList<string>>();
    }

    private static Field<T> Given<T>(T value) => new(FieldState.Given, value);

    private static Field<T> Wrong<T>() => new(FieldState.Wrong, default);
}
