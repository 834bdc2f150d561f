using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;

namespace PropIQ.Drivers.Analyses;

/// <summary>Reads exported files as the programs do that they are for (contract, 3.13).</summary>
public static partial class ExportText
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string Pdf = "pdf";

    // PDF readers look for a file's end within so many bytes.
    private const int Tail = 1024;

    /// <summary>True for a file whose name or media type is of another format than was ordered; one that names none is nothing to object to.</summary>
    public static bool IsOfAnother(string format, ExportedFile file) => ((string[])[Csv, Json, Pdf]).Any(other =>
        other != format
            && (file.FileName?.EndsWith($".{other}", StringComparison.OrdinalIgnoreCase) == true || file.ContentType?.Contains(other, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>How many analyses a whole file of that format holds; fails in plain words when it is none.</summary>
    public static int Count(string format, ExportedFile file) => format switch
    {
        Json => JsonItems(file).Count,
        Pdf => Pages(file),
        _ => Rows(file).Count - 1,
    };

    /// <summary>All that a file in CSV, the header too, or the addresses that one in JSON says.</summary>
    public static IReadOnlyList<string> Cells(string format, ExportedFile file) =>
        format == Json ? [.. JsonItems(file).Select(AddressIn)] : [.. Rows(file).SelectMany(row => row)];

    /// <summary>Whether a spreadsheet would take a text for a formula.</summary>
    public static bool StartsFormula(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0]);

    /// <summary>What a file in CSV or JSON says of each analysis.</summary>
    public static IReadOnlyList<Analysis> Analyses(string format, ExportedFile file) =>
        [.. format == Json ? ExportedAnalyses.In(JsonItems(file)) : ExportedAnalyses.In(Rows(file))];

    private static IReadOnlyList<string[]> Rows(ExportedFile file)
    {
        Verdict.That(!IsPdf(file), "an export as CSV should be a table, but is a PDF");
        var rows = CsvText.Rows(Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF'));
        var odd = rows.ToList().FindIndex(row => row.Length != rows[0].Length);
        Verdict.That(odd < 0, $"each row of an export as CSV should be as long as its header, but row {odd} is not");
        return rows;
    }

    private static int Pages(ExportedFile file)
    {
        Verdict.That(IsPdf(file), "an export as PDF should be a PDF, but is something else");
        var text = Encoding.Latin1.GetString(file.Content);
        Verdict.That(text[Math.Max(0, text.Length - Tail)..].Contains("%%EOF", StringComparison.Ordinal), "an export as PDF should be whole, but has no end");
        return PdfObjects.In(text).Sum(objects => PdfPage().Count(objects));
    }

    private static List<JsonElement> JsonItems(ExportedFile file)
    {
        using var document = Parsed(file);
        var root = document.RootElement;
        var items = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().Select(member => member.Value).FirstOrDefault(IsListOfObjects) : root;
        Verdict.That(items.ValueKind == JsonValueKind.Array, "an export as JSON should be a list of analyses, but is none");
        return [.. items.EnumerateArray().Select(item => item.Clone())];
    }

    // Beside the analyses a file may list other things, such as what each of them says.
    private static bool IsListOfObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);

    private static JsonDocument Parsed(ExportedFile file)
    {
        try
        {
            return JsonDocument.Parse(file.Content.AsMemory(file.Content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        }
        catch (JsonException e)
        {
            return Verdict.Fail<JsonDocument>($"an export as JSON should be JSON, but cannot be read: {e.Message}");
        }
    }

    private static string AddressIn(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.String ? address.GetString()! : "";

    private static bool IsPdf(ExportedFile file) => file.Content.AsSpan().StartsWith("%PDF-"u8);

    // A page object, but not the tree of pages.
    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])")]
    private static partial Regex PdfPage();
}
