using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PropIQ.Drivers.Analyses;

/// <summary>The objects of a PDF as text: those that lie open, and those that are packed into object streams (ISO 32000-1, 7.5.7).</summary>
internal static partial class PdfObjects
{
    /// <summary>All there are in a file's bytes, read as Latin-1; a stream that cannot be unpacked holds none.</summary>
    public static IEnumerable<string> In(string text)
    {
        yield return text;
        var content = Encoding.Latin1.GetBytes(text);
        foreach (var start in ObjectStream().Matches(text).Select(match => match.Index + match.Length))
        {
            // What is packed says itself where it ends.
            yield return Unpacked(new MemoryStream(content, start, content.Length - start));
        }
    }

    private static string Unpacked(MemoryStream packed)
    {
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacking, Encoding.Latin1);
        try
        {
            return reader.ReadToEnd();
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    // Its dictionary, in whatever order, and the word that its content follows.
    [GeneratedRegex(@"<<(?=[^>]*/Type\s*/ObjStm)(?=[^>]*/FlateDecode)[^>]*>>\s*stream\r?\n")]
    private static partial Regex ObjectStream();
}
