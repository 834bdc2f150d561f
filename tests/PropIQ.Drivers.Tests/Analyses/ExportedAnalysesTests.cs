using System.Text.Json;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class ExportedAnalysesTests
{
    private static readonly Analysis Nothing = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void A_table_is_read_by_the_contracts_names_however_they_are_cased()
    {
        string[][] rows =
        [
            ["Analysis ID", "ADDRESS", "Property Type", "purchase_price", "dealScore", "deal-rating", "Summary", "Metrics", "Model", "Tokens", "Cost (USD)", "coverage", "Created at"],
            ["7", "12 Elm St", "condo", "300000", "71.5", "Good", "A fine house.", """{"rent": 1}""", "gpt-4o-mini", """{"input": 900, "output": 300}""", "3.15E-4", "full", "2030-03-15T12:00:00"],
            ["8", "7 Oak St", "", "", "", "", "", "", "", "", "", "", ""],
        ];

        var read = ExportedAnalyses.In(rows).ToList();

        read[0].Metrics!.Value.GetRawText().Should().Be("""{"rent": 1}""");
        (read[0] with { Metrics = null }).Should().Be(Nothing with
        {
            Address = "12 Elm St", PropertyType = "condo", PurchasePrice = 300_000m, DealScore = 71.5m, DealRating = "Good", Summary = "A fine house.",
            Model = "gpt-4o-mini", Tokens = new TokenCount(900, 300), CostUsd = 0.000315m, Coverage = "full", CreatedAt = Made.Then,
        });
        read[1].Should().Be(Nothing with { Address = "7 Oak St" });
        read.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'-5 Elm St", "-5 Elm St")]
    [InlineData("'tis Elm St", "'tis Elm St")]
    [InlineData("'", "'")]
    [InlineData("=1+1", "=1+1")]
    public void What_keeps_a_spreadsheet_from_running_a_cell_is_no_part_of_it(string cell, string address) =>
        Read("address", cell).Address.Should().Be(address);

    [Theory]
    [InlineData("dealscore", "high")]
    [InlineData("dealscore", "1,000")]
    [InlineData("createdat", "yesterday")]
    [InlineData("metrics", "{")]
    [InlineData("tokens", "1200")]
    [InlineData("tokens", "{\"input\": 900}")]
    [InlineData("tokens", "{\"output\": 900}")]
    [InlineData("tokens", "{\"input\": \"900\", \"output\": 300}")]
    [InlineData("tokens", "{\"input\": 900, \"output\": 300.5}")]
    [InlineData("score", "71")]
    [InlineData("id", "7")]
    [InlineData("analysis_id", "7")]
    public void What_says_it_otherwise_says_nothing(string name, string cell) => Read(name, cell).Should().Be(Nothing);

    [Fact]
    public void Of_two_columns_of_one_name_the_first_counts() =>
        ExportedAnalyses.In([["Address", "address"], ["12 Elm St", "7 Oak St"]]).Single().Address.Should().Be("12 Elm St");

    [Fact]
    public void A_list_is_read_like_a_table()
    {
        var items = JsonElement.Parse("""
            [7, "12 Elm St", {"Address": "'=1", "deal_score": 71.5, "metrics": {"rent": 1}, "tokens": {"input": 900, "output": 300}, "summary": null}]
            """).EnumerateArray();

        var read = ExportedAnalyses.In(items).Should().ContainSingle().Which;

        read.Metrics!.Value.GetProperty("rent").GetInt32().Should().Be(1);
        (read with { Metrics = null }).Should().Be(Nothing with { Address = "'=1", DealScore = 71.5m, Tokens = new TokenCount(900, 300) });
    }

    [Fact]
    public void A_time_with_a_zone_is_that_times() => Read("Created_At", "2030-03-15T14:00:00+02:00").CreatedAt.Should().Be(Made.Then);

    private static Analysis Read(string name, string cell) => ExportedAnalyses.In([[name], [cell]]).Should().ContainSingle().Which;
}
