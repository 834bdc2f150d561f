using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Tests.Reporting;

/// <summary>Holds JSON to the report's JSON Schema: the words of the schema that it uses, and an error for any other.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Known =
        ["$schema", "$defs", "$ref", "title", "description", "type", "required", "properties", "additionalProperties", "items", "pattern", "enum", "minimum"];

    private static readonly Dictionary<string, JsonObject> Schemas = new[] { "report.schema.json", "load-report.schema.json" }.ToDictionary(name => name, Load);

    /// <summary>Where the report is not as its schema says; empty when it is.</summary>
    public static IReadOnlyList<string> Complaints(JsonNode report)
    {
        var complaints = new List<string>();
        var schema = Schemas[report["report_kind"]?.GetValue<string>() == "load" ? "load-report.schema.json" : "report.schema.json"];
        Check(report, schema, "$", complaints, schema);
        return complaints;
    }

    private static void Check(JsonNode? value, JsonObject schema, string path, List<string> complaints, JsonObject root)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(value, root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), path, complaints, root);
            return;
        }

        if (schema.Select(word => word.Key).Except(Known).FirstOrDefault() is { } unknown)
        {
            complaints.Add($"{path}: the schema says \"{unknown}\", which is not checked");
        }

        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            complaints.Add($"{path}: {string.Join(" or ", Types(type))} is wanted, not {TypeOf(value)}");
            return;
        }

        if (schema["pattern"] is { } pattern && !Regex.IsMatch(value!.GetValue<string>(), pattern.GetValue<string>()))
        {
            complaints.Add($"{path}: \"{value}\" does not match {pattern}");
        }

        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            complaints.Add($"{path}: {value} is none of {words.ToJsonString()}");
        }

        if (schema["minimum"] is { } minimum && value!.GetValue<decimal>() < minimum.GetValue<decimal>())
        {
            complaints.Add($"{path}: {value} is less than {minimum}");
        }

        switch (value)
        {
            case JsonObject members:
                CheckMembers(members, schema, path, complaints, root);
                break;
            case JsonArray items when schema["items"] is JsonObject each:
                for (var index = 0; index < items.Count; index++)
                {
                    Check(items[index], each, $"{path}[{index}]", complaints, root);
                }

                break;
        }
    }

    private static void CheckMembers(JsonObject members, JsonObject schema, string path, List<string> complaints, JsonObject root)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            if (!members.ContainsKey(name))
            {
                complaints.Add($"{path}: {name} is missing");
            }
        }

        foreach (var (name, member) in members)
        {
            if (schema["properties"]?[name] is JsonObject own)
            {
                Check(member, own, $"{path}.{name}", complaints, root);
            }
            else if (schema["additionalProperties"] is JsonObject any)
            {
                Check(member, any, $"{path}.{name}", complaints, root);
            }
            else if (schema["additionalProperties"]?.GetValue<bool>() == false)
            {
                complaints.Add($"{path}: {name} is not in the schema");
            }
        }
    }

    private static string[] Types(JsonNode type) => type is JsonArray several ? [.. several.Select(each => each!.GetValue<string>())] : [type.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.GetValue<decimal>() is var number && number == decimal.Truncate(number) ? "integer" : "number",
        _ => "boolean",
    };

    private static JsonObject Load(string name)
    {
        using var stream = typeof(SimulationReport).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
