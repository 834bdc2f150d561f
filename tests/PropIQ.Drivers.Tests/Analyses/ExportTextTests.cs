using System.Text;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class ExportTextTests
{
    [Theory]
    [InlineData("csv", "a.csv", "text/csv", false)]
    [InlineData("pdf", "report.json.pdf", "application/pdf", false)]
    [InlineData("csv", null, null, false)]
    [InlineData("csv", "json", "application/octet-stream", false)]
    [InlineData("csv", "a.PDF", "text/csv", true)]
    [InlineData("csv", "a.csv", "Application/JSON", true)]
    [InlineData("json", "a.csv", null, true)]
    [InlineData("json", null, "application/pdf", true)]
    [InlineData("pdf", "a.json", null, true)]
    [InlineData("pdf", null, "text/csv", true)]
    public void A_file_that_names_another_format_is_of_another(string format, string? name, string? type, bool another) =>
        ExportText.IsOfAnother(format, new ExportedFile(name, type, 1, [])).Should().Be(another);

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@SUM", true)]
    [InlineData("\t=1", true)]
    [InlineData("\r=1", true)]
    [InlineData("'=1", false)]
    [InlineData("1=1", false)]
    [InlineData("", false)]
    public void A_spreadsheet_takes_what_starts_so_for_a_formula(string text, bool formula) => ExportText.StartsFormula(text).Should().Be(formula);

    [Theory]
    [InlineData("address,score\n12 Elm St,71\n7 Oak St,60\n", 2)]
    [InlineData("\uFEFFaddress\n12 Elm St\n", 1)]
    [InlineData("address\n", 0)]
    public void A_table_holds_as_many_as_there_are_rows_below_its_header(string text, int count) => ExportText.Count("csv", File(text)).Should().Be(count);

    [Fact]
    public void A_tables_cells_are_all_it_says()
    {
        ExportText.Cells("csv", File("\uFEFFaddress,score\n\"12 Elm St, Austin\",71\n")).Should().Equal("address", "score", "12 Elm St, Austin", "71");
        ExportText.Analyses("csv", File("address,score\n12 Elm St,71\n")).Should().ContainSingle().Which.Address.Should().Be("12 Elm St");
    }

    [Fact]
    public void A_table_is_no_PDF_and_has_no_odd_rows()
    {
        Verdicts.Fails(() => ExportText.Count("csv", File("%PDF-1.7\n")), "An export as CSV should be a table, but is a PDF");
        Verdicts.Fails(() => ExportText.Count("csv", File("a,b\n1,2\n3\n")), "Each row of an export as CSV should be as long as its header, but row 2 is not");
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("""[{"address": "12 Elm St"}, {}]""", 2)]
    [InlineData("\uFEFF[{}]", 1)]
    [InlineData("""{"count": 2, "columns": ["address"], "mixed": [{}, 1, 1], "analyses": [{}, {}]}""", 2)]
    [InlineData("""{"analyses": []}""", 0)]
    public void A_list_holds_its_analyses_wherever_it_stands(string text, int count) => ExportText.Count("json", File(text)).Should().Be(count);

    [Theory]
    [InlineData("\"none\"")]
    [InlineData("{}")]
    [InlineData("""{"columns": ["address"]}""")]
    [InlineData("""{"analysis": {"address": "12 Elm St"}}""")]
    public void What_holds_no_list_is_none(string text) =>
        Verdicts.Fails(() => ExportText.Count("json", File(text)), "An export as JSON should be a list of analyses, but is none");

    [Fact]
    public void What_is_not_JSON_is_told_with_the_reason() => FluentActions.Invoking(() => ExportText.Count("json", File("address")))
        .Should().Throw<FluentAssertions.Execution.AssertionFailedException>().WithMessage("An export as JSON should be JSON, but cannot be read: 'a' is an invalid start of a value.*");

    [Fact]
    public void A_lists_cells_are_its_addresses()
    {
        ExportText.Cells("json", File("""[{"score": 1, "address": "12 Elm St"}, {}, {"address": 7}, "7 Oak St"]""")).Should().Equal("12 Elm St", "", "", "");
        ExportText.Analyses("json", File("""[{"address": "12 Elm St"}]""")).Should().ContainSingle().Which.Address.Should().Be("12 Elm St");
    }

    [Theory]
    [InlineData("<</Type /Page>>", 1)]
    [InlineData("<</Type/Page/Parent 1>> <</Type \n/Page>>", 2)]
    [InlineData("<</Type /Pages /Kids []>> <</Type /Page>>", 1)]
    [InlineData("<</Type /PageLabel>> <</Type x/Page>>", 0)]
    public void A_PDF_holds_as_many_as_it_has_pages(string objects, int count) => ExportText.Count("pdf", File($"%PDF-1.7\n{objects}\n%%EOF")).Should().Be(count);

    [Fact]
    public void Packed_pages_count_too() => ExportText.Count(
        "pdf", File($"%PDF-1.7\n<</Type /Page>>\n<</Type /ObjStm /Filter /FlateDecode>>\nstream\n{PdfFile.Packed("<</Type /Page>> <</Type /Page>>")}\nendstream\n%%EOF")).Should().Be(3);

    [Fact]
    public void A_PDF_is_one_from_its_beginning_to_its_end()
    {
        var (head, end) = ("%PDF-1.7\n", "%%EOF");

        Verdicts.Holds(() => ExportText.Count("pdf", File(head + end + new string('x', 1024 - end.Length))));
        Verdicts.Fails(() => ExportText.Count("pdf", File(head + end + new string('x', 1025 - end.Length))), "An export as PDF should be whole, but has no end");
        Verdicts.Fails(() => ExportText.Count("pdf", File(head)), "An export as PDF should be whole, but has no end");
        Verdicts.Fails(() => ExportText.Count("pdf", File($"a,b\n{end}")), "An export as PDF should be a PDF, but is something else");
    }

    private static ExportedFile File(string text) =>
        new(null, null, null, text.StartsWith("%PDF", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));
}
