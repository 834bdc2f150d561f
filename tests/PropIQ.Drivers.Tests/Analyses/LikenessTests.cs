using System.Text.Json;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class LikenessTests
{
    private static readonly Analysis Original = Made.Analysis();
    private static readonly Analysis Bare = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void What_is_shown_as_it_was_made_has_no_difference() => Likeness.Difference(Made.Analysis(), Original).Should().BeNull();

    [Fact]
    public void What_is_left_out_on_either_side_is_none()
    {
        Likeness.Difference(Bare, Original).Should().BeNull();
        Likeness.Difference(Original, Bare).Should().BeNull();
    }

    [Fact]
    public void Each_member_that_is_shown_otherwise_is_named()
    {
        Differs(Original with { AnalysisId = "a-2" }, "its id as \"a-2\" instead of \"a-1\"");
        Differs(Original with { Address = "7 Oak St" }, "its address as 7 Oak St instead of 12 Elm St, Austin, TX 78701");
        Differs(Original with { PropertyType = "land" }, "its property type as land instead of condo");
        Differs(Original with { PurchasePrice = 1 }, "its price as 1 instead of 300000");
        Differs(Original with { DealScore = 72 }, "its score as 72 instead of 71");
        Differs(Original with { DealRating = "Fair" }, "its rating as Fair instead of Good");
        Differs(Original with { Summary = "Bad." }, "its summary as Bad. instead of A fine house.");
        Differs(Original with { Coverage = "limited" }, "its coverage as limited instead of full");
        Differs(Original with { Model = "gpt-4" }, "its model as gpt-4 instead of gpt-4o-mini");
        Differs(Original with { Tokens = new TokenCount(900, 301) }, "its tokens as TokenCount { Input = 900, Output = 301 } instead of TokenCount { Input = 900, Output = 300 }");
        Differs(Original with { CostUsd = 0.000315000001m }, "its cost as 0.000315000001 instead of 0.000315");
    }

    [Fact]
    public void What_reckoning_in_binary_fractions_adds_is_none() => Likeness.Difference(Original with { CostUsd = 0.0003150000000000001m }, Original).Should().BeNull();

    [Fact]
    public void Times_are_compared_to_the_second()
    {
        Likeness.Difference(Original with { CreatedAt = Made.Then.AddSeconds(0.9) }, Original).Should().BeNull();
        Differs(Original with { CreatedAt = Made.Then.AddSeconds(1) }, "it of 2030-03-15 12:00:01Z instead of 2030-03-15 12:00:00Z");
    }

    [Theory]
    [InlineData("""{"cap_rate": 6.1, "rent": 1}""")]
    [InlineData("""{"rent": 1}""")]
    [InlineData("""{"cap_rate": 6.10}""")]
    public void Metrics_may_leave_out_some_or_have_more(string metrics) =>
        Likeness.Difference(Original with { Metrics = JsonElement.Parse(metrics) }, Original).Should().BeNull();

    [Theory]
    [InlineData("""{"cap_rate": 6.2}""")]
    [InlineData("""{"rent": 1, "cap_rate": "6.1"}""")]
    [InlineData("[6.1]")]
    public void Metrics_that_both_have_agree(string metrics)
    {
        Differs(Original with { Metrics = JsonElement.Parse(metrics) }, $$"""its metrics as {{metrics}} instead of {"cap_rate": 6.1}""");
        Likeness.Difference(Original, Original with { Metrics = JsonElement.Parse(metrics) }).Should().NotBeNull();
    }

    [Fact]
    public void Metrics_in_another_shape_are_alike_when_they_are_the_same()
    {
        var listed = Original with { Metrics = JsonElement.Parse("[6.1]") };

        Likeness.Difference(listed, listed).Should().BeNull();
        Likeness.Difference(listed, Original with { Metrics = JsonElement.Parse("[6.2]") }).Should().Be("its metrics as [6.1] instead of [6.2]");
    }

    private static void Differs(Analysis shown, string difference) => Likeness.Difference(shown, Original).Should().Be(difference);
}
