using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Analyses.Exports.Pdf;
using PropIQ.Support.Tests.ReferenceApi.Analyses;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Export;

public sealed partial class PdfExportTests
{
    private readonly PdfExport export = new(new DealRatings());

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    public void There_is_a_page_an_analysis_and_at_least_one(int analyses, int pages)
    {
        var file = Text(Enumerable.Range(1, analyses).Select(number => Stored.Analysis($"{number} A St")));

        Page().Count(file).Should().Be(pages);
        file.Should().Contain($"/Count {pages} ");
    }

    [Fact]
    public void The_table_of_objects_points_at_every_object()
    {
        var file = Text([Stored.Analysis("1 A St"), Stored.Analysis("東京")]);
        file.Should().StartWith("%PDF-1.7\n").And.EndWith("%%EOF\n");

        var table = int.Parse(StartXref().Match(file).Groups[1].Value, CultureInfo.InvariantCulture);
        file[table..].Should().StartWith("xref\n");
        var places = Place().Matches(file[table..]).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        places.Should().HaveCount(9);
        foreach (var (place, number) in places.Select((place, index) => (place, index + 1)))
        {
            file[place..].Should().StartWith($"{number} 0 obj\n");
        }
    }

    [Fact]
    public void A_stream_is_as_long_as_it_says()
    {
        var file = Text([Stored.Analysis("Café (東京) \\ 1")]);
        var stream = Stream().Match(file);

        stream.Groups[2].Length.Should().Be(int.Parse(stream.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Latin_letters_are_shown_and_brackets_escaped() =>
        Text([Stored.Analysis("Café (\\) St")]).Should().Contain("""(Caf\351 \(\\\) St) Tj""");

    [Fact]
    public void What_the_font_lacks_goes_along_as_text()
    {
        var file = Text([Stored.Analysis("東京 1")]);

        // 東 U+6771, 京 U+4EAC, space, 1.
        file.Should().Contain("/Span << /ActualText <FEFF67714EAC00200031> >> BDC").And.Contain("(?? 1) Tj");
    }

    [Fact]
    public void An_endless_summary_stays_on_its_page()
    {
        var file = Text([Stored.Analysis("1 A St", summary: string.Concat(Enumerable.Repeat("word ", 20_000)))]);

        Page().Count(file).Should().Be(1);
        Line().Matches(file).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Should().OnlyContain(y => y > 40);
        file.Should().Contain("""(\205) Tj""");
    }

    [Fact]
    public void The_longest_address_is_shown_over_several_lines()
    {
        var file = Text([Stored.Analysis(new string('W', 500))]);

        Line().Matches(file).Count.Should().BeGreaterThan(15);
    }

    private string Text(IEnumerable<StoredAnalysis> analyses) => Encoding.ASCII.GetString(export.Write([.. analyses]));

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex Page();

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"(\d{10}) 00000 n \n")]
    private static partial Regex Place();

    [GeneratedRegex(@"/Length (\d+) >>\nstream\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex Stream();

    [GeneratedRegex(@"Tf 56 (-?[\d.]+) Td")]
    private static partial Regex Line();
}
