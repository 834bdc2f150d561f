using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using PropIQ.Client.Reports;

namespace PropIQ.Client.Reading;

/// <summary>Says in plain words what a body is that is not what it should be.</summary>
internal static partial class BodyDescription
{
    private const int Shown = 80;

    public static string Of(byte[] body)
    {
        if (body.Length == 0)
        {
            return "an empty body";
        }

        if (!Utf8.IsValid(body))
        {
            return $"{body.Length} bytes that are not UTF-8";
        }

        var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF').Trim();
        if (text.Length == 0)
        {
            return "a blank body";
        }

        if (Html().IsMatch(text))
        {
            var title = Title().Match(text);
            return title.Success ? $"an HTML page (\"{Short(title.Groups[1].Value)}\")" : "an HTML page";
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Kind(json.RootElement);
        }
        catch (JsonException)
        {
            var what = text[0] is '{' or '[' ? "broken JSON" : "text that is not JSON";
            return $"{what} (\"{Short(text)}\")";
        }
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "a JSON object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    public static string Short(string text)
    {
        var line = Secrets.InText(Blanks().Replace(text.Length > 4 * Shown ? text[..(4 * Shown)] : text, " ").Trim());
        return line.Length <= Shown ? line : string.Concat(line.AsSpan(0, Shown), "…");
    }

    [GeneratedRegex(@"^(<!doctype html|<html|<head|<body|<!--)", RegexOptions.IgnoreCase)]
    private static partial Regex Html();

    [GeneratedRegex(@"<title[^>]*>([^<]*)</title>", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
