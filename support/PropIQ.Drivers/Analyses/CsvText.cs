using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PropIQ.Drivers.Attempts;

namespace PropIQ.Drivers.Analyses;

/// <summary>Reads CSV as a spreadsheet does (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>All rows, the header first.</summary>
    public static IReadOnlyList<string[]> Rows(string text)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture));
        List<string[]> rows = [];
        try
        {
            while (parser.Read())
            {
                rows.Add(parser.Record!);
            }
        }
        catch (CsvHelperException e)
        {
            return Verdict.Fail<IReadOnlyList<string[]>>($"a spreadsheet cannot read the file beyond row {rows.Count}: {e.Message.Split('\n')[0]}");
        }

        return rows;
    }
}
