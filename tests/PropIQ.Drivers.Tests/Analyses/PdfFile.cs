using System.IO.Compression;
using System.Text;

namespace PropIQ.Drivers.Tests.Analyses;

/// <summary>Text as it is packed into a PDF's streams.</summary>
internal static class PdfFile
{
    /// <summary>The bytes of a packed text, as Latin-1.</summary>
    public static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.Latin1.GetBytes(text));
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }
}
