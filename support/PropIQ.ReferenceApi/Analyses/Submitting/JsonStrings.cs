using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PropIQ.ReferenceApi.Analyses.Submitting;

/// <summary>Measures JSON strings that cannot be read as text, because half a surrogate pair is escaped in them.</summary>
public static class JsonStrings
{
    private const int EscapeLength = 2;
    private const int UnicodeEscapeLength = 6;

    /// <summary>The code points of a JSON string, half a pair counting as one; 0 for anything else.</summary>
    public static int Count(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return 0;
        }

        // Well-formed, as the body has been parsed: every escape is complete.
        var raw = element.GetRawText().AsSpan(1..^1);
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length;)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at++]);
            }
            else if (raw[at + 1] == 'u')
            {
                text.Append((char)ushort.Parse(raw[(at + 2)..(at + UnicodeEscapeLength)], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += UnicodeEscapeLength;
            }
            else
            {
                // Any character will do to be counted.
                text.Append('_');
                at += EscapeLength;
            }
        }

        return Domain.Addresses.UnicodeText.Count(text.ToString());
    }
}
