using System.Globalization;
using System.Text.Json;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;

namespace PropIQ.ReferenceApi.Analyses.Exports.Pdf;

/// <summary>One page an analysis; without any, one page that says so (a PDF has at least one).</summary>
public sealed class PdfExport(IDealRatings ratings) : IExportWriter
{
    private const double Small = 10;
    private const double Large = 16;
    private const double Tiny = 8;

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public string ContentType => "application/pdf";

    /// <inheritdoc/>
    public byte[] Write(IReadOnlyList<StoredAnalysis> analyses)
    {
        var pages = analyses.Select(Page).ToList();
        if (pages.Count == 0)
        {
            var empty = new PdfPage();
            empty.Write("There are no analyses to export.", Small);
            pages.Add(empty);
        }

        return PdfFile.Of(pages, "PropIQ analyses");
    }

    private PdfPage Page(StoredAnalysis analysis)
    {
        var page = new PdfPage();
        page.Write(analysis.Address, Large, bold: true);
        page.Skip(Small);
        page.Write($"Deal score: {Number(analysis.DealScore)} of 100 ({ratings.Of(analysis.DealScore)})", Large);
        page.Skip(Small);
        page.Write($"Property type: {analysis.PropertyType.Replace('_', ' ')}", Small);
        page.Write($"Purchase price: {(analysis.PurchasePrice is { } price ? Dollars(price) : "not given")}", Small);
        page.Write($"Coverage: {(analysis.Coverage == Coverage.Full ? "full" : "limited")}", Small);
        page.Write($"Analysed: {analysis.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC", Small);
        page.Write($"Analysis id: {analysis.Id}", Small);
        page.Skip(Small);
        page.Write("Summary", Small, bold: true);
        page.Write(analysis.Summary, Small);
        page.Skip(Small);
        page.Write("Metrics", Small, bold: true);
        WriteMetrics(page, analysis.MetricsJson);
        page.Skip(Small);
        page.Write(
            $"{analysis.Model}: {Number(analysis.InputTokens)} tokens in, {Number(analysis.OutputTokens)} out, ${analysis.CostUsd.ToString(CultureInfo.InvariantCulture)}",
            Small);
        if (page.HasSubstitutes)
        {
            page.Skip(Small);
            page.Write("Characters that this font does not have are shown as \"?\". The text of this page has them: copy it, or search it.", Tiny);
        }

        return page;
    }

    private static void WriteMetrics(PdfPage page, string json)
    {
        using var metrics = JsonDocument.Parse(json);
        foreach (var metric in metrics.RootElement.EnumerateObject())
        {
            page.Write($"{metric.Name.Replace('_', ' ')}: {metric.Value}", Small);
        }
    }

    private static string Dollars(decimal price) =>
        "$" + price.ToString(decimal.IsInteger(price) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
