using System.Text;

namespace PropIQ.ReferenceApi.Analyses.Exports.Pdf;

/// <summary>Breaks text into lines of a width: at line breaks and spaces, and within words that are too long for a line.</summary>
public static class LineBreaks
{
    /// <summary>The lines, at least one. <paramref name="size"/> and <paramref name="width"/> are in points.</summary>
    public static IEnumerable<string> Of(string text, double size, double width) =>
        text.ReplaceLineEndings("\n").Split('\n').SelectMany(paragraph => Fill(paragraph, size, width));

    private static IEnumerable<string> Fill(string paragraph, double size, double width)
    {
        var line = new StringBuilder();
        var taken = 0.0;
        foreach (var piece in Pieces(paragraph, size, width))
        {
            // The space after a word may stand out: nobody sees it there.
            if (line.Length > 0 && taken + WinAnsi.WidthOf(piece.TrimEnd(), size) > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                taken = 0;
            }

            line.Append(piece);
            taken += WinAnsi.WidthOf(piece, size);
        }

        yield return line.ToString().TrimEnd();
    }

    // Words with the space after them; a word wider than a line comes in pieces that are not.
    private static IEnumerable<string> Pieces(string paragraph, double size, double width)
    {
        var piece = new StringBuilder();
        var taken = 0.0;
        foreach (var rune in paragraph.EnumerateRunes())
        {
            var character = rune.ToString();
            var wide = WinAnsi.WidthOf(character, size);
            if (taken + wide > width)
            {
                yield return piece.ToString();
                piece.Clear();
                taken = 0;
            }

            piece.Append(character);
            taken += wide;
            if (Rune.IsWhiteSpace(rune))
            {
                yield return piece.ToString();
                piece.Clear();
                taken = 0;
            }
        }

        yield return piece.ToString();
    }
}
