using System.Globalization;
using System.Text;
using CsvHelper;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export.Csv;
using PropIQ.Support.Tests.ReferenceApi.Analyses;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Export;

public sealed class CsvExportTests
{
    private readonly CsvExport export = new(new ApostropheGuard(), new DealRatings());

    [Fact]
    public void There_is_a_header_and_a_row_an_analysis()
    {
        var rows = Rows([Stored.Analysis("1 A St"), Stored.Analysis("2 B St")]);

        rows.Should().HaveCount(3);
        rows[0].Should().Contain(["analysis_id", "address", "deal_score", "cost_usd"]);
        rows[1][2].Should().Be("1 A St");
        rows[2][2].Should().Be("2 B St");
        rows[1].Should().HaveSameCount(rows[0]);
    }

    [Fact]
    public void Without_analyses_the_header_is_all_there_is() => Rows([]).Should().ContainSingle();

    [Fact]
    public void Spreadsheets_are_told_that_it_is_UTF_8() =>
        export.Write([Stored.Analysis("Café, 東京")]).Should().StartWith(new byte[] { 0xEF, 0xBB, 0xBF });

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1 Main St")]
    [InlineData("-1 Main St")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTab")]
    [InlineData("\rReturn")]
    [InlineData(" =1+1")]
    [InlineData("＝1+1")]
    public void No_cell_starts_a_formula(string text)
    {
        var rows = Rows([Stored.Analysis(text, summary: text)]);

        rows[1][2].Should().Be("'" + text);
        rows[1][8].Should().Be("'" + text);
    }

    [Theory]
    [InlineData("one\r=1+1")]
    [InlineData("one\n=1+1")]
    [InlineData("one,=1+1")]
    [InlineData("one\",=1+1")]
    public void No_cell_breaks_out_into_another(string text)
    {
        var rows = Rows([Stored.Analysis("1 A St", summary: text)]);

        rows.Should().HaveCount(2);
        rows[1][8].Should().Be(text);
    }

    [Fact]
    public void Numbers_stay_numbers()
    {
        var row = Rows([Stored.Analysis("1 A St")])[1];

        row[4].Should().Be("450000");
        row[5].Should().Be("72.5");
        row[13].Should().Be("0.0003756");
    }

    [Fact]
    public void Any_address_comes_back_as_it_was()
    {
        var rules = new AddressRules();
        Prop.ForAll<string>(text =>
            {
                if (rules.Read(text).Address is not { } address)
                {
                    return true;
                }

                var cell = Rows([Stored.Analysis(address)])[1][2];
                return cell == address || cell == "'" + address;
            })
            .QuickCheckThrowOnFailure();
    }

    private List<string[]> Rows(IReadOnlyList<StoredAnalysis> analyses)
    {
        using var text = new StreamReader(new MemoryStream(export.Write(analyses)), Encoding.UTF8);
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }
}
