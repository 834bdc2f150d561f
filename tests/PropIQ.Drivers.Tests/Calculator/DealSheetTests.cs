using System.Text.Json;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Calculator;
using Xunit;

namespace PropIQ.Drivers.Tests.Calculator;

public sealed class DealSheetTests
{
    private static readonly DealFigures Figures = new(
        240_000m, 60_000m, 1516.960m, 21_600m, 283.04m, 3396.48m, 7.2m, 5.66m, 1.19m, 10.00m, 0.83m, 80.57m, 3_600m, 0.5m, "Fair", true);

    [Theory]
    [InlineData("loan amount", "240000")]
    [InlineData("down payment", "60000")]
    [InlineData("monthly payment", "1516.96")]
    [InlineData("net operating income", "21600")]
    [InlineData("monthly cash flow", "283.04")]
    [InlineData("annual cash flow", "3396.48")]
    [InlineData("cap rate", "7.2")]
    [InlineData("cash-on-cash return", "5.66")]
    [InlineData("debt service coverage", "1.19")]
    [InlineData("gross rent multiplier", "10")]
    [InlineData("1 % rule", "0.83")]
    [InlineData("break-even occupancy", "80.57")]
    [InlineData("property tax", "3600")]
    [InlineData("deal score", "0.5")]
    [InlineData("deal rating", "Fair")]
    [InlineData("meets the lender's minimum", "yes")]
    [InlineData("Loan Amount", "240000")]
    public void A_figure_is_text_without_trailing_zeros(string name, string text) => DealSheet.Figure(Figures, name).Should().Be(text);

    [Fact]
    public void A_figure_may_be_no_or_none()
    {
        DealSheet.Figure(Figures with { DscrMeetsLenderMinimum = false }, "meets the lender's minimum").Should().Be("no");
        DealSheet.Figure(Figures with { Dscr = null }, "debt service coverage").Should().BeNull();
    }

    [Fact]
    public void An_unknown_figure_is_answered_with_the_known_ones() => FluentActions.Invoking(() => DealSheet.Figure(Figures, "karma"))
        .Should().Throw<ArgumentException>().WithMessage("No figure of a deal is called \"karma\". Known: loan amount, down payment, *, meets the lender's minimum.");

    [Theory]
    [InlineData("price", "purchase_price")]
    [InlineData("down payment", "down_payment_percent")]
    [InlineData("interest rate", "interest_rate")]
    [InlineData("rent", "monthly_rent")]
    [InlineData("term", "loan_term_years")]
    [InlineData("property tax", "annual_property_tax")]
    [InlineData("insurance", "annual_insurance")]
    [InlineData("HOA", "monthly_hoa")]
    [InlineData("maintenance", "monthly_maintenance")]
    [InlineData("vacancy", "vacancy_percent")]
    [InlineData("closing costs", "closing_costs")]
    [InlineData("rehab costs", "rehab_costs")]
    public void An_input_sets_its_member_and_no_other(string input, string member)
    {
        var deal = DealSheet.From([(input, "$1,234.50")]);

        JsonSerializer.Serialize(deal, new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        }).Should().Be($$"""{"{{member}}":1234.50}""");
        DealSheet.Member(input.ToUpperInvariant()).Should().Be(member);
    }

    [Fact]
    public void State_and_property_type_take_text()
    {
        var deal = DealSheet.From(DealSheet.Usual, [("State", "New York"), ("Property Type", "multi family"), ("rent", ""), ("price", " 6.5 % ")]);

        deal.Should().Be(DealSheet.Usual with { State = "New York", PropertyType = "multi_family", PurchasePrice = 6.5m });
    }

    [Fact]
    public void What_is_no_input_or_no_number_is_named()
    {
        FluentActions.Invoking(() => DealSheet.With(DealSheet.Usual, "karma", "1"))
            .Should().Throw<ArgumentException>().WithMessage("No input of a deal is called \"karma\". Known: price, down payment, *, rehab costs.");
        FluentActions.Invoking(() => DealSheet.With(DealSheet.Usual, "rent", "much")).Should().Throw<FormatException>();
    }

    [Fact]
    public void The_usual_house_and_a_bare_deal_are_as_features_mean_them()
    {
        DealSheet.Usual.Should().Be(new Deal(300_000, 20, 6.5m, 2_500));
        DealSheet.Bare.Should().Be(new Deal(null, 100, 0, null, AnnualPropertyTax: 0, AnnualInsurance: 0, MonthlyMaintenance: 0, VacancyPercent: 0));
    }

    [Fact]
    public void The_usual_house_goes_over_the_wire_with_one_input_as_it_stands()
    {
        DealSheet.JsonOfUsual(WireFormat.Contract, "rent", "\"much\"")
            .Should().Be("""{"purchase_price": 300000, "down_payment_percent": 20, "interest_rate": 6.5, "monthly_rent": "much"}""");
        DealSheet.JsonOfUsual(WireFormat.Contract, "price", null).Should().Be("""{"down_payment_percent": 20, "interest_rate": 6.5, "monthly_rent": 2500}""");
        DealSheet.JsonOfUsual(new WireFormat { Naming = MemberNaming.Camel }, "term", "1e999")
            .Should().Be("""{"purchasePrice": 300000, "downPaymentPercent": 20, "interestRate": 6.5, "monthlyRent": 2500, "loanTermYears": 1e999}""");
    }

    [Theory]
    [InlineData("1516.96", "$1,516.96", true)]
    [InlineData("6.5", "6.50 %", true)]
    [InlineData("-3", "-3.0", true)]
    [InlineData("6.5", "6.51", false)]
    [InlineData("Good", "6.5", false)]
    [InlineData("6.5", "Good", false)]
    [InlineData("Good", "Good", true)]
    [InlineData("Good", "good", false)]
    [InlineData(null, "none", true)]
    [InlineData(null, "0", false)]
    [InlineData(null, "Good", false)]
    [InlineData("none", "none", false)]
    [InlineData("0", "none", false)]
    public void Numbers_compare_as_numbers_and_none_is_no_value(string? given, string expected, bool same) => DealSheet.Same(given, expected).Should().Be(same);
}
