namespace PropIQ.ReferenceApi.Domain.Export.Csv;

/// <summary>Keeps text from being run as a formula by a spreadsheet that opens the file.</summary>
public interface ISpreadsheetGuard
{
    /// <summary>The text as a cell that is no formula.</summary>
    string Guard(string text);
}

/// <summary>
/// An apostrophe goes before text that begins, after any spaces, with one of the characters that OWASP lists as
/// starting a formula (their full-width forms too), or with a tab or a line break.
/// </summary>
public sealed class ApostropheGuard : ISpreadsheetGuard
{
    private const string Starters = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private const string Breaks = "\t\r\n";

    /// <inheritdoc/>
    public string Guard(string text) =>
        IsOneOf(Breaks, text) || IsOneOf(Starters, text.TrimStart()) ? "'" + text : text;

    private static bool IsOneOf(string characters, string text) =>
        text is [var first, ..] && characters.Contains(first, StringComparison.Ordinal);
}
