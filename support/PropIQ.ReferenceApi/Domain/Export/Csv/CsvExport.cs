using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Export.Csv;

/// <summary>One row an analysis under a header row; RFC 4180, UTF-8 with a byte order mark, so that spreadsheets show "é".</summary>
public sealed class CsvExport(ISpreadsheetGuard guard, IDealRatings ratings) : IExportWriter
{
    private static readonly CsvConfiguration Style = new(CultureInfo.InvariantCulture)
    {
        NewLine = CsvWording.NewLine,

        // Left to itself the library quotes for this line break only: half of one would end the row for a spreadsheet.
        ShouldQuote = cell => cell.Field is { Length: > 0 } text
            && (text.AsSpan().ContainsAny(",\"\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])),
    };

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string ContentType => CsvWording.ContentType;

    /// <inheritdoc/>
    public byte[] Write(IReadOnlyList<StoredAnalysis> analyses)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, Encoding.UTF8))
        using (var csv = new CsvWriter(text, Style))
        {
            WriteRow(csv, CsvWording.Header);
            foreach (var analysis in analyses)
            {
                WriteRow(csv, Cells(analysis));
            }
        }

        return file.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    // Numbers, ids and times are ours and stay what they are; whatever others wrote is guarded.
    private IEnumerable<string?> Cells(StoredAnalysis analysis) =>
    [
        analysis.Id.ToString(),
        analysis.CreatedAt.UtcDateTime.ToString(CsvWording.Time, CultureInfo.InvariantCulture),
        guard.Guard(analysis.Address),
        analysis.PropertyType,
        analysis.PurchasePrice?.ToString(CultureInfo.InvariantCulture),
        analysis.DealScore.ToString(CultureInfo.InvariantCulture),
        ratings.Of(analysis.DealScore),
        analysis.Coverage.ToString().ToLowerInvariant(),
        guard.Guard(analysis.Summary),
        guard.Guard(analysis.MetricsJson),
        guard.Guard(analysis.Model),
        analysis.InputTokens.ToString(CultureInfo.InvariantCulture),
        analysis.OutputTokens.ToString(CultureInfo.InvariantCulture),
        analysis.CostUsd.ToString(CultureInfo.InvariantCulture),
    ];
}
