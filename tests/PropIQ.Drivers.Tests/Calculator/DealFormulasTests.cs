using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Calculator;
using Xunit;

namespace PropIQ.Drivers.Tests.Calculator;

public sealed class DealFormulasTests
{
    private static readonly Deal Office = new(2_000_000m, 35m, 6.75m, 22_000m, PropertyType: "commercial");

    // By hand, as features/calculator/commercial.feature has it.
    [Fact]
    public void An_office_building_of_two_millions() => DealFormulas.Of(Office).Should().Be(new DealFigures(
        1_300_000m, 700_000m, 8_431.78m, 196_800m, 7_968.22m, 95_618.70m, 9.84m, 13.66m, 1.95m, 7.58m, 1.10m, 58.78m, 24_000m, 95m, "Excellent", true));

    [Theory]
    [InlineData("CA", 25_000)]
    [InlineData("California", 25_000)]
    [InlineData("TX", 24_000)]
    [InlineData(null, 24_000)]
    public void Only_California_pays_more(string? state, int tax) => DealFormulas.Of(Office with { State = state }).AnnualPropertyTax.Should().Be(tax);

    // 264,000 × (1 − 0.1) − 10,000 − 6,000 − 12 × 100 − 12 × 500 = 214,400 a year; paid in cash, with 50,000 for closing and rehab.
    [Fact]
    public void What_is_given_is_not_assumed()
    {
        var deal = Office with
        {
            DownPaymentPercent = 100, AnnualPropertyTax = 10_000, AnnualInsurance = 6_000, MonthlyHoa = 100, MonthlyMaintenance = 500, VacancyPercent = 10, ClosingCosts = 20_000, RehabCosts = 30_000,
        };

        DealFormulas.Of(deal).Should().Be(new DealFigures(
            0, 2_000_000m, 0, 214_400m, 17_866.67m, 214_400m, 10.72m, 10.46m, null, 7.58m, 1.10m, 8.79m, 10_000m, 95m, "Excellent", true));
    }

    // Half of 2,400,000 over ten years without interest: 120,000 a year.
    [Theory]
    [InlineData(12_500, 1.25, true)]
    [InlineData(12_499.99, 1.25, false)]
    public void Lenders_look_at_what_is_not_rounded(decimal rent, decimal coverage, bool meets)
    {
        var warehouse = new Deal(2_400_000m, 50m, 0m, rent, 10m, "commercial", null, 0, 0, null, 0, 0);

        DealFormulas.Of(warehouse).Should().Match<DealFigures>(figures => figures.MonthlyPayment == 10_000 && figures.Dscr == coverage && figures.DscrMeetsLenderMinimum == meets);
        DealFormulas.Of(warehouse with { PropertyType = "land" }).DscrMeetsLenderMinimum.Should().BeNull();
    }

    // A million in cash, free of all costs: twelve rents are the income, the cash flow, and in per cent of the price both rates.
    [Theory]
    [InlineData(10_000, 100, "Excellent")]
    [InlineData(9_000, 92, "Excellent")]
    [InlineData(8_000, 82, "Excellent")]
    [InlineData(7_000, 79, "Good")]
    [InlineData(6_000, 69, "Good")]
    [InlineData(5_000, 65, "Good")]
    [InlineData(4_000, 50, "Fair")]
    [InlineData(300, 30, "Avoid")]
    [InlineData(100, 20, "Avoid")]
    [InlineData(99, 10, "Avoid")]
    public void Points_are_given_by_steps(decimal rent, int score, string rating) =>
        DealFormulas.Of(DealSheet.Bare with { PurchasePrice = 1_000_000m, MonthlyRent = rent }).Should().Match<DealFigures>(figures => figures.DealScore == score && figures.DealRating == rating);
}
