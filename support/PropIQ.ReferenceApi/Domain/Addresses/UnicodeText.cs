using System.Globalization;
using System.Text;

namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>Questions about text in code points, as the contract counts characters.</summary>
public static class UnicodeText
{
    /// <summary>The number of code points; half a pair counts as one.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    /// <summary>True when a character of category Cc is in the text.</summary>
    public static bool HasControl(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control);
}
