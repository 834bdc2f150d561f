using System.Globalization;
using System.Text;

namespace PropIQ.ReferenceApi.Analyses.Exports.Pdf;

/// <summary>
/// The objects of a PDF 1.7 file and its cross-reference table (ISO 32000-1, 7.5): a catalog, the page tree, two of
/// the standard fonts, and for each page itself and its content.
/// </summary>
public static class PdfFile
{
    private const int Catalog = 1;
    private const int Tree = 2;
    private const int Regular = 3;
    private const int Bold = 4;
    private const int Info = 5;
    private const int FirstPage = 6;

    /// <summary>The file with these pages, in order; there must be one at least.</summary>
    public static byte[] Of(IReadOnlyList<PdfPage> pages, string title)
    {
        var pageNumbers = Enumerable.Range(0, pages.Count).Select(index => FirstPage + (2 * index)).ToArray();
        var objects = new List<string>
        {
            $"<< /Type /Catalog /Pages {Tree} 0 R /Lang (en-US) >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pageNumbers.Select(number => $"{number} 0 R"))}] >>",
            Font("Helvetica"),
            Font("Helvetica-Bold"),
            $"<< /Title {PdfStrings.Utf16(title)} /Creator (PropIQ) >>",
        };
        foreach (var (page, number) in pages.Zip(pageNumbers))
        {
            objects.Add(
                $"<< /Type /Page /Parent {Tree} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] "
                + $"/Resources << /Font << /F1 {Regular} 0 R /F2 {Bold} 0 R >> >> /Contents {number + 1} 0 R >>");
            objects.Add($"<< /Length {page.Content.Length} >>\nstream\n{page.Content}endstream");
        }

        return Assemble(objects);
    }

    private static string Font(string name) =>
        $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";

    // Everything is ASCII, so a character's place is its byte's place.
    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (body, index) in objects.Select((body, index) => (body, index)))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root {Catalog} 0 R /Info {Info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
