using System.Globalization;
using System.Text;

namespace PropIQ.ReferenceApi.Analyses.Exports.Pdf;

/// <summary>The two ways in which a PDF holds text (ISO 32000-1, 7.3.4), both written in ASCII.</summary>
public static class PdfStrings
{
    /// <summary>"(…)" with everything outside printable ASCII in octal.</summary>
    public static string Literal(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("(");
        foreach (var value in bytes)
        {
            if (value is (byte)'(' or (byte)')' or (byte)'\\')
            {
                text.Append('\\').Append((char)value);
            }
            else if (value is >= 32 and < 127)
            {
                text.Append((char)value);
            }
            else
            {
                text.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
            }
        }

        return text.Append(')').ToString();
    }

    /// <summary>"&lt;FEFF…&gt;": any Unicode text, as UTF-16BE in hexadecimal.</summary>
    public static string Utf16(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A time as PDF writes it, in UTC.</summary>
    public static string Date(DateTimeOffset time) =>
        $"(D:{time.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";
}
