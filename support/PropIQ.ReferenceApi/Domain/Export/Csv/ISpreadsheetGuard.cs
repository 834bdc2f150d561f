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

    /// <inheritdoc/>
    public string Guard(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var start = text.TrimStart();
        var starts = text[0] is '\t' or '\r' or '\n' || (start.Length > 0 && Starters.Contains(start[0], StringComparison.Ordinal));
        return starts ? "'" + text : text;
    }
}
