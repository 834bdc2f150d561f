using System.Globalization;
using System.Text;

namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>Questions about text in code points, as the contract counts characters.</summary>
public static class UnicodeText
{
    /// <summary>False when half of a surrogate pair stands alone: such text is no Unicode and cannot be stored.</summary>
    public static bool IsWhole(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    /// <summary>The number of code points; half a pair counts as one.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    /// <summary>True when a character of category Cc is in the text.</summary>
    public static bool HasControl(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control);
}
