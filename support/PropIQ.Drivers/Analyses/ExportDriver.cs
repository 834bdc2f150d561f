using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Exporting analyses, and reading what was exported.</summary>
public sealed partial class ExportDriver(Asking asking)
{
    private static readonly Dictionary<string, ExportOrder> Mistakes = new()
    {
        ["no analyses at all"] = new("csv", Count: 0),
        ["501 analyses"] = new("csv", Count: 501),
        ["a format that nobody knows"] = new("xlsx", Count: 1),
        ["no format"] = new(null, Count: 1),
        ["nothing in particular"] = new("csv"),
        ["an empty list"] = new("csv", AnalysisIds: []),
    };

    /// <summary>Exports the newest analyses.</summary>
    public Task<Attempt<ExportedFile>> ExportAsync(Actor actor, string format, int count, CancellationToken cancellationToken) =>
        ExportAsync(actor, new ExportOrder(format, Count: count), cancellationToken);

    /// <summary>Exports what is ordered.</summary>
    public Task<Attempt<ExportedFile>> ExportAsync(Actor actor, ExportOrder order, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, $"export as {order.Format}", client => client.ExportAsync(actor.Token, order, cancellationToken), cancellationToken);

    /// <summary>Exports the analyses of these addresses, by their ids.</summary>
    public Task<Attempt<ExportedFile>> ExportTheseAsync(Actor actor, string format, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        var made = actor.Journal.Of<Analysis>().Select(attempt => attempt.ShouldSucceed()).Where(analysis => addresses.Contains(analysis.Address));
        string[] ids = [.. made.Select(analysis => Verdict.Given(analysis.AnalysisId, "an analysis's id"))];
        return ids.Length == addresses.Count
            ? ExportAsync(actor, new ExportOrder(format, AnalysisIds: ids), cancellationToken)
            : throw new InvalidOperationException($"{actor} has analysed {ids.Length} of these {addresses.Count} addresses: a When is missing.");
    }

    /// <summary>Exports an analysis that there is not, together with all that the person made.</summary>
    public Task<Attempt<ExportedFile>> ExportUnknownAsync(Actor actor, CancellationToken cancellationToken)
    {
        var known = actor.Journal.Of<Analysis>().Select(attempt => Verdict.Given(attempt.ShouldSucceed().AnalysisId, "an analysis's id"));
        return ExportAsync(actor, new ExportOrder("csv", AnalysisIds: [.. known, Guid.NewGuid().ToString()]), cancellationToken);
    }

    /// <summary>Orders an export amiss.</summary>
    public Task<Attempt<ExportedFile>> ExportAmissAsync(Actor actor, string mistake, CancellationToken cancellationToken) =>
        ExportAsync(actor, Mistakes[mistake], cancellationToken);

    /// <summary>The newest export is one file of that many analyses, and its content agrees; gives it.</summary>
    public ExportedFile ShouldHold(Actor actor, int count)
    {
        var file = actor.Journal.LastOf<ExportedFile>().ShouldSucceed();
        Verdict.That(!string.IsNullOrEmpty(file.FileName), $"{actor}'s export should come as a file with a name, but does not");
        Verdict.That(file.ExportedCount == count, $"{actor}'s export should say that it holds {count} analyses, but says {file.ExportedCount}");
        var held = Count(file);
        Verdict.That(held == count, $"{actor}'s exported file should hold {count} analyses, but holds {held}");
        return file;
    }

    /// <summary>The newest export names each of these addresses (CSV and JSON).</summary>
    public void ShouldName(Actor actor, IEnumerable<string> addresses)
    {
        var file = actor.Journal.LastOf<ExportedFile>().ShouldSucceed();
        var text = IsJson(file)
            ? string.Join('\n', JsonItems(file).Select(AddressIn))
            : string.Join('\n', CsvText.Rows(Text(file)).Select(row => string.Join('|', row)));
        foreach (var address in addresses)
        {
            Verdict.That(text.Contains(address, StringComparison.Ordinal), $"{actor}'s export should contain \"{address}\", but does not");
        }
    }

    /// <summary>No cell of the newest export (CSV) starts a formula when a spreadsheet opens it (clause 3.13).</summary>
    public void ShouldOpenSafely(Actor actor)
    {
        var file = actor.Journal.LastOf<ExportedFile>().ShouldSucceed();
        var cells = CsvText.Rows(Text(file)).SelectMany(row => row).ToList();
        Verdict.That(cells.Count > 0, $"{actor}'s export should have cells, but is empty");
        var formula = cells.FirstOrDefault(cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0]) && !decimal.TryParse(cell, out _));
        Verdict.That(formula is null, $"a spreadsheet would run \"{formula}\" in {actor}'s export as a formula");
    }

    private static int Count(ExportedFile file) =>
        IsJson(file) ? JsonItems(file).Count
        : IsPdf(file) ? PdfPage().Count(Encoding.Latin1.GetString(file.Content))
        : CsvText.Rows(Text(file)).Count - 1;

    private static List<JsonElement> JsonItems(ExportedFile file)
    {
        using var document = Parsed(file);
        var root = document.RootElement;
        var items = root.ValueKind == JsonValueKind.Object
            ? root.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.Array)
            : root;
        Verdict.That(items.ValueKind == JsonValueKind.Array, "an export as JSON should be a list of analyses, but is none");
        return [.. items.EnumerateArray().Select(item => item.Clone())];
    }

    private static JsonDocument Parsed(ExportedFile file)
    {
        try
        {
            return JsonDocument.Parse(file.Content.AsMemory(file.Content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        }
        catch (JsonException e)
        {
            Verdict.Fail($"an export as JSON should be JSON, but cannot be read: {e.Message}");
            throw;
        }
    }

    private static string AddressIn(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.String ? address.GetString()! : "";

    private static bool IsJson(ExportedFile file) => file.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPdf(ExportedFile file) => file.Content.AsSpan().StartsWith("%PDF-"u8);

    private static string Text(ExportedFile file) => Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF');

    // A page object, but not the tree of pages.
    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])")]
    private static partial Regex PdfPage();
}
