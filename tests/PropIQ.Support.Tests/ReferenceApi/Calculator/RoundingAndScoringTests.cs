using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Calculator;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

public sealed class RoundingAndScoringTests
{
    private static readonly DealFigures Nothing = new()
    {
        LoanAmount = 0m,
        DownPayment = 0m,
        MonthlyPayment = 0m,
        AnnualNoi = 0m,
        MonthlyCashFlow = -1m,
        AnnualCashFlow = 0m,
        CapRate = 0m,
        CashOnCash = 0m,
        Dscr = 0m,
        GrossRentMultiplier = 0m,
        OnePercentRule = 0m,
        BreakEvenOccupancy = 0m,
        AnnualPropertyTax = 0m,
    };

    [Theory]
    [InlineData(10.005, 10.01)]
    [InlineData(10.015, 10.02)]
    [InlineData(10.0049999, 10.00)]
    [InlineData(-10.005, -10.01)]
    [InlineData(-10.0049999, -10.00)]
    [InlineData(-0.004, 0)]
    public void Halves_go_away_from_zero(double unrounded, double rounded) =>
        new HalfAwayFromZero().Of(Nothing with { MonthlyCashFlow = (decimal)unrounded, Dscr = (decimal)unrounded }).Should()
            .BeEquivalentTo(Nothing with { MonthlyCashFlow = (decimal)rounded, Dscr = (decimal)rounded });

    [Fact]
    public void Nothing_is_rounded_before_the_end()
    {
        // The payment is 1,596.725988: twelve rounded ones would make a cash flow of 1,239.24.
        Deals.Rounded(Deals.Usual).AnnualCashFlow.Should().Be(1_239.29m);
    }

    [Fact]
    public void Nought_is_never_negative() =>
        new HalfAwayFromZero().Of(Nothing with { AnnualCashFlow = -0.001m }).AnnualCashFlow.ToString(System.Globalization.CultureInfo.InvariantCulture)
            .Should().NotStartWith("-");

    [Theory]
    [InlineData(500, 40)]
    [InlineData(499.999, 30)]
    [InlineData(300, 30)]
    [InlineData(299.999, 20)]
    [InlineData(100, 20)]
    [InlineData(99.999, 10)]
    [InlineData(0, 10)]
    [InlineData(-0.001, 0)]
    public void Cash_flow_scores_up_to_40(double dollars, int points) => Score(Nothing with { MonthlyCashFlow = (decimal)dollars }).Should().Be(points);

    [Theory]
    [InlineData(10, 30)]
    [InlineData(9.999, 25)]
    [InlineData(8, 25)]
    [InlineData(7.999, 20)]
    [InlineData(6, 20)]
    [InlineData(5.999, 10)]
    [InlineData(4, 10)]
    [InlineData(3.999, 0)]
    public void The_cap_rate_scores_up_to_30(double percent, int points) => Score(Nothing with { CapRate = (decimal)percent }).Should().Be(points);

    [Theory]
    [InlineData(12, 20)]
    [InlineData(11.999, 15)]
    [InlineData(10, 15)]
    [InlineData(9.999, 10)]
    [InlineData(8, 10)]
    [InlineData(7.999, 5)]
    [InlineData(6, 5)]
    [InlineData(5.999, 0)]
    public void Cash_on_cash_scores_up_to_20(double percent, int points) => Score(Nothing with { CashOnCash = (decimal)percent }).Should().Be(points);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(0.999, 7)]
    [InlineData(0.8, 7)]
    [InlineData(0.799, 4)]
    [InlineData(0.6, 4)]
    [InlineData(0.599, 0)]
    public void The_one_per_cent_rule_scores_up_to_10(double percent, int points) => Score(Nothing with { OnePercentRule = (decimal)percent }).Should().Be(points);

    [Fact]
    public void Scores_use_what_is_not_rounded()
    {
        // NOI 7,996 on 100,000 is a cap rate of 7.996 %: shown as 8.00, scored as below 8.
        var deal = new DealInput
        {
            PurchasePrice = 100_000m,
            DownPaymentPercent = 100m,
            InterestRate = 0m,
            MonthlyRent = 1_000m,
            VacancyPercent = 0m,
            AnnualPropertyTax = 4_004m,
            AnnualInsurance = 0m,
            MonthlyMaintenance = 0m,
        };

        Deals.Rounded(deal).CapRate.Should().Be(8.00m);

        // 40 for 666.33 a month, 20, 5 for cash-on-cash of 7.996 %, 10.
        Deals.Score(deal).Should().Be(75);
    }

    [Theory]
    [InlineData(1.25, true)]
    [InlineData(1.2499, false)]
    public void Lenders_want_1_25(double dscr, bool isMet) => new LenderMinimum().IsMetBy((decimal)dscr).Should().Be(isMet);

    [Fact]
    public void Without_a_loan_no_lender_is_asked() => new LenderMinimum().IsMetBy(null).Should().BeTrue();

    private static int Score(DealFigures figures) => new DealScoring().Of(figures);
}
