using System.Text.Encodings.Web;
using System.Text.Json;
using PropIQ.Sandbox.Commands;

namespace PropIQ.Sandbox.EnvironmentFiles;

/// <summary>Variables as text, in every format, and back.</summary>
internal static class EnvironmentText
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes variables down.</summary>
    public static string Of(IReadOnlyDictionary<string, string> variables, EnvironmentFormat format) => format switch
    {
        EnvironmentFormat.Json => JsonSerializer.Serialize(variables, Json) + "\n",
        EnvironmentFormat.Shell => Lines(variables, (name, value) => $"export {name}='{value.Replace("'", @"'\''", StringComparison.Ordinal)}'"),
        _ => Lines(variables, (name, value) => $"{name}={value}"),
    };

    /// <summary>Reads what any of the formats wrote.</summary>
    /// <exception cref="BadInputException">It is none of them.</exception>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        try
        {
            return text.TrimStart().StartsWith('{')
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(text)!
                : text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(Variable)
                    .GroupBy(variable => variable.Name).ToDictionary(same => same.Key, same => same.Last().Value);
        }
        catch (JsonException)
        {
            throw new BadInputException("it is no JSON object of texts");
        }
    }

    private static string Lines(IReadOnlyDictionary<string, string> variables, Func<string, string, string> line) =>
        string.Concat(variables.Select(variable => line(variable.Key, variable.Value) + "\n"));

    private static (string Name, string Value) Variable(string line)
    {
        var bare = line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line;
        var at = bare.IndexOf('=');
        if (at <= 0)
        {
            throw new BadInputException("a line of it is not NAME=value");
        }

        var value = bare[(at + 1)..];
        return (bare[..at], value is ['\'', .., '\''] ? value[1..^1].Replace(@"'\''", "'", StringComparison.Ordinal) : value);
    }
}
