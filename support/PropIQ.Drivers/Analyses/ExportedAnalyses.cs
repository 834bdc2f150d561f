using System.Globalization;
using System.Text.Json;
using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Analyses;

/// <summary>
/// What exported files say of analyses, as far as it goes by the contract's names, however they are cased. A file may say less, or
/// call it otherwise: that is nobody's mistake.
/// </summary>
internal static class ExportedAnalyses
{
    /// <summary>The analyses of a file in CSV, below its header.</summary>
    public static IEnumerable<Analysis> In(IReadOnlyList<string[]> rows) =>
        rows.Skip(1).Select(row => Read(rows[0].Zip(row, (name, cell) => (name, Unguarded(cell)))));

    /// <summary>The analyses of a file in JSON.</summary>
    public static IEnumerable<Analysis> In(IEnumerable<JsonElement> items) =>
        items.Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => Read(item.EnumerateObject().Select(member => (member.Name, $"{member.Value}"))));

    // Without what keeps a spreadsheet from running it.
    private static string Unguarded(string text) => text is ['\'', .. var rest] && ExportText.StartsFormula(rest) ? rest : text;

    private static Analysis Read(IEnumerable<(string Name, string Text)> said)
    {
        var members = said.ToLookup(member => Key(member.Name), member => member.Text);

        // Not the id: a file may number its rows in its own way.
        return new Analysis(
            null, Text("address"), Text("propertytype"), Number("purchaseprice"), Number("dealscore"), Text("dealrating"), Text("summary"),
            Json("metrics"), Text("model"), Tokens(), Number("costusd"), null, null, Text("coverage"), null, Time("createdat"));

        string? Text(string name) => members[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

        decimal? Number(string name) => decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

        DateTimeOffset? Time(string name) => DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

        JsonElement? Json(string name)
        {
            try
            {
                return Text(name) is { } text ? JsonElement.Parse(text) : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        TokenCount? Tokens() => Json("tokens") is { ValueKind: JsonValueKind.Object } tokens && Whole(tokens, "input") is { } input && Whole(tokens, "output") is { } output
            ? new TokenCount(input, output)
            : null;
    }

    private static int? Whole(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static string Key(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
