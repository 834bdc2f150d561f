using System.Globalization;
using System.Text;

namespace PropIQ.ReferenceApi.Analyses.Exports.Pdf;

/// <summary>
/// One page being filled with lines from the top (US Letter, measures in points). Text that the font cannot show in
/// full carries its true characters as ActualText, which is what copying, searching and screen readers take.
/// </summary>
public sealed class PdfPage
{
    /// <summary>US Letter.</summary>
    public const int Width = 612;

    /// <summary>US Letter.</summary>
    public const int Height = 792;

    private const int Margin = 56;
    private const double LineSpacing = 1.35;
    private const string Cut = "…";

    private readonly StringBuilder content = new();
    private double top = Height - Margin;
    private bool isFull;

    /// <summary>The content stream, all ASCII.</summary>
    public string Content => content.ToString();

    /// <summary>True when some character on the page is shown as "?".</summary>
    public bool HasSubstitutes { get; private set; }

    /// <summary>Writes a text over as many lines as it needs; what does not fit on the page is cut off, with "…" to say so.</summary>
    public void Write(string text, double size, bool bold = false)
    {
        foreach (var line in LineBreaks.Of(text, size, Width - (2 * Margin)))
        {
            if (isFull)
            {
                return;
            }

            var height = size * LineSpacing;
            isFull = top - (2 * height) < Margin;
            top -= height;
            WriteLine(isFull ? Cut : line, size, bold);
        }
    }

    /// <summary>Leaves some space.</summary>
    public void Skip(double points) => top -= points;

    private void WriteLine(string line, double size, bool bold)
    {
        var (bytes, isExact) = WinAnsi.Encode(line);
        HasSubstitutes |= !isExact;
        if (!isExact)
        {
            content.Append("/Span << /ActualText ").Append(PdfStrings.Utf16(line)).Append(" >> BDC\n");
        }

        content.Append(
            CultureInfo.InvariantCulture,
            $"BT /{(bold ? "F2" : "F1")} {size:0.##} Tf {Margin} {top:0.##} Td {PdfStrings.Literal(bytes)} Tj ET\n");
        if (!isExact)
        {
            content.Append("EMC\n");
        }
    }
}
