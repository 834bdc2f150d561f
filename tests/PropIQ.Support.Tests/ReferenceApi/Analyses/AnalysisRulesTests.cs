using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Costs;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses;

public sealed class AnalysisRulesTests
{
    [Theory]
    [InlineData(100, "Excellent")]
    [InlineData(80, "Excellent")]
    [InlineData(79.99, "Good")]
    [InlineData(65, "Good")]
    [InlineData(64.99, "Fair")]
    [InlineData(50, "Fair")]
    [InlineData(49.99, "Poor")]
    [InlineData(35, "Poor")]
    [InlineData(34.99, "Avoid")]
    [InlineData(0, "Avoid")]
    public void Scores_have_a_word(double score, string rating) => new DealRatings().Of((decimal)score).Should().Be(rating);

    [Theory]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("0.01", true)]
    [InlineData("100000000", true)]
    [InlineData("100000000.01", false)]
    public void Prices_are_over_0_and_up_to_100_million(string price, bool accepted) =>
        new PriceRules().Accepts(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(accepted);

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public void Descriptions_have_up_to_10_000_characters(int characters, bool tooLong) =>
        new DescriptionRules().IsTooLong(characters).Should().Be(tooLong);

    [Theory]
    [InlineData("single_family", true)]
    [InlineData("land", true)]
    [InlineData("Condo", false)]
    [InlineData("castle", false)]
    [InlineData("", false)]
    public void There_are_eight_kinds_of_property(string name, bool known) => PropertyTypes.Has(name).Should().Be(known);

    [Theory]
    [InlineData(false, 0, true)]
    [InlineData(false, 999, true)]
    [InlineData(false, 999.999, true)]
    [InlineData(false, 1000, false)]
    [InlineData(true, 1000, true)]
    [InlineData(true, 60_000, true)]
    public void A_repetition_comes_in_flight_or_within_the_second(bool inFlight, double milliseconds, bool repeats)
    {
        var first = new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

        new DuplicatePolicy().Repeats(first, first + TimeSpan.FromMilliseconds(milliseconds), inFlight).Should().Be(repeats);
    }

    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(1000, 0, "0.00015")]
    [InlineData(0, 1000, "0.0006")]
    [InlineData(500, 1500, "0.000975")]
    [InlineData(1, 1, "0.00000075")]
    [InlineData(int.MaxValue, int.MaxValue, "1610.61273525")]
    public void Costs_are_not_rounded(int input, int output, string dollars) =>
        new Gpt4oMiniCosts().Of(input, output).Should().Be(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture));
}
