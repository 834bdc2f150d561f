using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;

namespace PropIQ.Support.Tests.OpenApi;

/// <summary>
/// Holds a JSON value to a schema, as far as the reference API's document uses schemas. Stricter than the
/// specification in one point: an object with named members may have no others, unless the schema says of what kind.
/// </summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong, each beginning with the member's path; nothing when the value fits.</summary>
    public static IEnumerable<string> Complaints(JsonElement value, IOpenApiSchema schema, string path = "body")
    {
        if (schema.AllOf is { Count: > 0 } all)
        {
            return all.SelectMany(part => Complaints(value, part, path));
        }

        if ((schema.OneOf ?? schema.AnyOf) is { Count: > 0 } any)
        {
            var attempts = any.Select(part => Complaints(value, part, path).ToList()).ToList();
            return attempts.Any(attempt => attempt.Count == 0) ? [] : attempts.MinBy(attempt => attempt.Count)!;
        }

        if (schema.Type is { } type && !Allows(type, value))
        {
            return [$"{path} is {Kind(value)}, documented as {type.ToString().ToLowerInvariant()}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, schema, path),
            JsonValueKind.Array when schema.Items is { } items =>
                value.EnumerateArray().SelectMany((item, i) => Complaints(item, items, $"{path}[{i}]")),
            JsonValueKind.String => Text(value.GetString()!, schema, path),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonElement value, IOpenApiSchema schema, string path)
    {
        foreach (var name in schema.Required ?? new HashSet<string>())
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{path}.{name} is required and missing";
            }
        }

        var documented = schema.Properties ?? new Dictionary<string, IOpenApiSchema>();
        foreach (var member in value.EnumerateObject())
        {
            var inner = documented.TryGetValue(member.Name, out var own) ? own : schema.AdditionalProperties;
            if (inner is not null)
            {
                foreach (var complaint in Complaints(member.Value, inner, $"{path}.{member.Name}"))
                {
                    yield return complaint;
                }
            }
            else if (documented.Count > 0 || !schema.AdditionalPropertiesAllowed)
            {
                yield return $"{path}.{member.Name} is not documented";
            }
        }
    }

    private static IEnumerable<string> Text(string text, IOpenApiSchema schema, string path)
    {
        if (schema.Enum is { Count: > 0 } values && values.All(known => known is null || known.ToString() != text))
        {
            yield return $"{path} is \"{text}\", documented as one of {string.Join(", ", values)}";
        }

        var fits = schema.Format switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) && text.Contains('T', StringComparison.Ordinal),
            "uuid" => Guid.TryParse(text, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!fits)
        {
            yield return $"{path} is \"{text}\", documented as {schema.Format}";
        }
    }

    private static bool Allows(JsonSchemaType type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => type.HasFlag(JsonSchemaType.Object),
        JsonValueKind.Array => type.HasFlag(JsonSchemaType.Array),
        JsonValueKind.String => type.HasFlag(JsonSchemaType.String),
        JsonValueKind.Number => type.HasFlag(JsonSchemaType.Number)
            || (type.HasFlag(JsonSchemaType.Integer) && value.TryGetDecimal(out var number) && number == decimal.Truncate(number)),
        JsonValueKind.True or JsonValueKind.False => type.HasFlag(JsonSchemaType.Boolean),
        _ => type.HasFlag(JsonSchemaType.Null),
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Number => $"number {value.GetRawText()}",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
