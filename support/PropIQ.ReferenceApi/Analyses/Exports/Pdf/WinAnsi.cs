using System.Buffers;
using System.Text;

namespace PropIQ.ReferenceApi.Analyses.Exports.Pdf;

/// <summary>
/// The encoding and the widths of Helvetica, one of the fonts that every PDF reader has: Latin letters only. What it
/// cannot show is shown as "?"; the true text goes along beside it (see <see cref="PdfPage"/>).
/// </summary>
public static class WinAnsi
{
    private const byte Substitute = (byte)'?';
    private const int FirstPrintable = 32;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // Helvetica's metrics for the characters 32–126, in thousandths of the font size (Adobe's Core 14 AFM files).
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    // No character of the other half is wider.
    private const short WidestOther = 1000;

    /// <summary>The bytes that show a text, and whether they show all of it.</summary>
    public static (byte[] Bytes, bool IsExact) Encode(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        var exact = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var (shown, same) = Encode(rune);
            bytes.Write([shown]);
            exact &= same;
        }

        return (bytes.WrittenSpan.ToArray(), exact);
    }

    /// <summary>The width of a text in points.</summary>
    public static double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => (double)WidthOf(rune)) * size / 1000;

    private static short WidthOf(Rune rune)
    {
        var shown = Encode(rune).Shown - FirstPrintable;
        return shown < Widths.Length ? Widths[shown] : WidestOther;
    }

    private static (byte Shown, bool IsSame) Encode(Rune rune)
    {
        if (Rune.IsControl(rune))
        {
            return ((byte)' ', true);
        }

        try
        {
            var bytes = Windows1252.GetBytes(rune.ToString());
            return bytes is [>= FirstPrintable and var only] ? (only, true) : (Substitute, false);
        }
        catch (EncoderFallbackException)
        {
            return (Substitute, false);
        }
    }
}
