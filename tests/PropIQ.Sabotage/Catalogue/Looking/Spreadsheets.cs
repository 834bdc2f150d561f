using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Export.Csv;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>What a spreadsheet opens is dangerous, or not what was written.</summary>
internal static class Spreadsheets
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("formulas_run", "An address that is a formula is run by whoever opens the file.")
        {
            Cases = ["export_spreadsheet_safe"],
            Clauses = ["3.13"],
            Host = Guarding((_, text) => text),
        },
        new("only_addresses_are_guarded", "A formula in the AI's summary is run by whoever opens the file.")
        {
            Cases = ["export_spreadsheet_safe"],
            Clauses = ["3.13"],
            Host = host =>
            {
                var summaries = new AsyncLocal<HashSet<string>?>();
                Exports.Writing<CsvExport>((real, analyses) =>
                {
                    summaries.Value = [.. analyses.Select(analysis => analysis.Summary)];
                    return real.Write(analyses);
                })(host);
                Guarding((real, text) => summaries.Value?.Contains(text) == true ? text : real.Guard(text))(host);
            },
        },
        new("only_equals_signs_guarded", "A formula that begins with a minus is run.")
        {
            Cases = ["export_spreadsheet_safe"],
            Clauses = ["3.13"],
            Host = Guarding((real, text) => text.StartsWith('=') ? real.Guard(text) : text),
        },
        new("suspicious_text_removed", "What could be a formula is left out of the file.")
        {
            Cases = ["export_spreadsheet_safe"],
            Clauses = ["3.13"],
            Host = Guarding((real, text) => real.Guard(text) == text ? text : ""),
        },
        new("spreadsheet_without_accents", "A spreadsheet shows question marks for accents.")
        {
            Cases = ["unicode_special_characters_address"],
            Clauses = ["3.3", "3.13"],
            Host = Exports.Writing<CsvExport>((real, analyses) => System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.UTF8.GetString(real.Write(analyses)))),
        },
    ];

    private static Action<IServiceCollection> Guarding(Func<ISpreadsheetGuard, string, string> instead) =>
        host => host.Twist<ISpreadsheetGuard>(nameof(ISpreadsheetGuard.Guard), real => (string text) => instead(real, text));
}
