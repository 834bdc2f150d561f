using FluentAssertions;
using PropIQ.Drivers.Analyses;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class CsvTextTests
{
    [Fact]
    public void Rows_are_read_as_a_spreadsheet_reads_them() => CsvText.Rows("address,summary\r\n\"12 Elm St, Austin\",\"He said \"\"buy\"\"\nat once\"\r\n")
        .Should().SatisfyRespectively(
            header => header.Should().Equal("address", "summary"),
            row => row.Should().Equal("12 Elm St, Austin", "He said \"buy\"\nat once"));

    [Fact]
    public void Nothing_has_no_rows() => CsvText.Rows("").Should().BeEmpty();

    [Fact]
    public void Where_a_spreadsheet_gives_up_the_row_is_told() =>
        Verdicts.Fails(() => CsvText.Rows("a,b\n1,x\"y\n"), "A spreadsheet cannot read the file beyond row 1: You can ignore bad data by setting BadDataFound to null.");
}
