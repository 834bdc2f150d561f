using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Calculator;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

/// <summary>Deals worked out by hand. Powers were taken with 60 digits outside this project.</summary>
public sealed class WorkedExamplesTests
{
    [Fact]
    public void A_usual_deal_with_every_assumption()
    {
        // down payment 300,000 · 20 %                       = 60,000; loan 240,000
        // r = 0.07/12, n = 360, (1+r)^n = 8.116497…; P&I     = 240,000 · r · 8.116497/7.116497 = 1,596.725988
        // tax 1.2 % 3,600; insurance 0.5 % 1,500; upkeep 1 % 3,000; costs 8,100
        // NOI 30,000 · 0.95 − 8,100                         = 20,400; cap 20,400/300,000 = 6.8 %
        // cash flow 20,400 − 19,160.711861                  = 1,239.288139 a year, 103.274012 a month
        // cash-on-cash 1,239.288139/60,000                  = 2.065480 %
        // DSCR 20,400/19,160.711861                         = 1.064679
        // GRM 300,000/30,000 = 10; 1 % rule 2,500/300,000   = 0.8333 %
        // break-even (8,100 + 19,160.711861)/30,000         = 90.869040 %
        Deals.Rounded(Deals.Usual).Should().Be(new DealFigures
        {
            LoanAmount = 240_000m,
            DownPayment = 60_000m,
            MonthlyPayment = 1_596.73m,
            AnnualNoi = 20_400m,
            MonthlyCashFlow = 103.27m,
            AnnualCashFlow = 1_239.29m,
            CapRate = 6.8m,
            CashOnCash = 2.07m,
            Dscr = 1.06m,
            GrossRentMultiplier = 10m,
            OnePercentRule = 0.83m,
            BreakEvenOccupancy = 90.87m,
            AnnualPropertyTax = 3_600m,
        });

        // 20 for 103 a month, 20 for 6.8 %, 0 for 2.07 %, 7 for 0.83 %.
        Deals.Score(Deals.Usual).Should().Be(47);
    }

    [Fact]
    public void The_same_deal_in_California_pays_1_25_per_cent_tax()
    {
        // tax 3,750 instead of 3,600: 150 less of everything a year, 12.50 a month.
        var figures = Deals.Rounded(Deals.Usual with { State = "CA" });

        figures.AnnualPropertyTax.Should().Be(3_750m);
        figures.AnnualNoi.Should().Be(20_250m);
        figures.AnnualCashFlow.Should().Be(1_089.29m);
        figures.MonthlyCashFlow.Should().Be(90.77m);
        figures.CapRate.Should().Be(6.75m);
        figures.BreakEvenOccupancy.Should().Be(91.37m);
        Deals.Score(Deals.Usual with { State = "CA" }).Should().Be(37);
    }

    [Fact]
    public void Without_interest_the_loan_is_paid_off_in_equal_parts()
    {
        // loan 90,000 over 180 months = 500; NOI 18,000 · 0.95 − (1,440 + 600 + 1,200) = 13,860
        // cash flow 13,860 − 6,000 = 7,860; cap 11.55 %; cash-on-cash 7,860/30,000 = 26.2 %; DSCR 13,860/6,000 = 2.31
        // GRM 120,000/18,000 = 6.6667; 1.25 %; break-even (3,240 + 6,000)/18,000 = 51.3333 %
        var deal = new DealInput { PurchasePrice = 120_000m, DownPaymentPercent = 25m, InterestRate = 0m, MonthlyRent = 1_500m, LoanTermYears = 15m };

        Deals.Rounded(deal).Should().Be(new DealFigures
        {
            LoanAmount = 90_000m,
            DownPayment = 30_000m,
            MonthlyPayment = 500m,
            AnnualNoi = 13_860m,
            MonthlyCashFlow = 655m,
            AnnualCashFlow = 7_860m,
            CapRate = 11.55m,
            CashOnCash = 26.2m,
            Dscr = 2.31m,
            GrossRentMultiplier = 6.67m,
            OnePercentRule = 1.25m,
            BreakEvenOccupancy = 51.33m,
            AnnualPropertyTax = 1_440m,
        });
        Deals.Score(deal).Should().Be(100);
    }

    [Fact]
    public void Without_a_loan_there_is_nothing_to_cover()
    {
        // NOI 21,600 · 0.95 − (2,400 + 1,000 + 2,000) = 15,120, all of it cash flow; both rates 15,120/200,000 = 7.56 %
        var deal = new DealInput { PurchasePrice = 200_000m, DownPaymentPercent = 100m, InterestRate = 5m, MonthlyRent = 1_800m };
        var figures = Deals.Rounded(deal);

        figures.LoanAmount.Should().Be(0m);
        figures.MonthlyPayment.Should().Be(0m);
        figures.Dscr.Should().BeNull();
        figures.CapRate.Should().Be(7.56m);
        figures.CashOnCash.Should().Be(7.56m);
        figures.MonthlyCashFlow.Should().Be(1_260m);
        figures.BreakEvenOccupancy.Should().Be(25m);
    }

    [Fact]
    public void A_commercial_deal_with_everything_given()
    {
        // costs 18,000 + 6,000 + 250·12 + 900·12 = 37,800; NOI 168,000 · 0.92 − 37,800 = 116,760
        // loan 1,050,000 at 6.5 % over 300 months = 7,089.675194; ·12 = 85,076.102330
        // cash flow 31,683.897670; in cash 450,000 + 30,000 + 70,000 = 550,000: 5.760709 %; DSCR 1.372418
        var deal = new DealInput
        {
            PurchasePrice = 1_500_000m,
            DownPaymentPercent = 30m,
            InterestRate = 6.5m,
            MonthlyRent = 14_000m,
            LoanTermYears = 25m,
            IsCommercial = true,
            AnnualPropertyTax = 18_000m,
            AnnualInsurance = 6_000m,
            MonthlyHoa = 250m,
            MonthlyMaintenance = 900m,
            VacancyPercent = 8m,
            ClosingCosts = 30_000m,
            RehabCosts = 70_000m,
        };

        Deals.Rounded(deal).Should().Be(new DealFigures
        {
            LoanAmount = 1_050_000m,
            DownPayment = 450_000m,
            MonthlyPayment = 7_089.68m,
            AnnualNoi = 116_760m,
            MonthlyCashFlow = 2_640.32m,
            AnnualCashFlow = 31_683.90m,
            CapRate = 7.78m,
            CashOnCash = 5.76m,
            Dscr = 1.37m,
            GrossRentMultiplier = 8.93m,
            OnePercentRule = 0.93m,
            BreakEvenOccupancy = 73.14m,
            AnnualPropertyTax = 18_000m,
        });
    }

    [Fact]
    public void The_highest_price_over_the_longest_term_is_right_to_the_cent()
    {
        // loan 80,000,000 at 7.25 % over 600 months = 496,715.514663…
        var figures = Deals.Rounded(new DealInput
        {
            PurchasePrice = 100_000_000m,
            DownPaymentPercent = 20m,
            InterestRate = 7.25m,
            MonthlyRent = 650_000m,
            LoanTermYears = 50m,
        });

        figures.MonthlyPayment.Should().Be(496_715.51m);
        figures.MonthlyCashFlow.Should().Be(-104_215.51m);
        figures.AnnualCashFlow.Should().Be(-1_250_586.18m);
        figures.CashOnCash.Should().Be(-6.25m);
        figures.BreakEvenOccupancy.Should().Be(111.03m);
    }

    [Theory]
    [InlineData("7.5", "1659.03")]
    [InlineData("7.55", "1650.33")]
    public void A_term_may_end_within_a_year_and_within_a_month(string years, string payment)
    {
        // 120,000 at 6 %: over 90 months 1,659.032821, over 90.6 months 1,650.328863.
        var deal = new DealInput
        {
            PurchasePrice = 150_000m,
            DownPaymentPercent = 20m,
            InterestRate = 6m,
            MonthlyRent = 2_200m,
            LoanTermYears = decimal.Parse(years, System.Globalization.CultureInfo.InvariantCulture),
        };

        Deals.Rounded(deal).MonthlyPayment.Should().Be(decimal.Parse(payment, System.Globalization.CultureInfo.InvariantCulture));
    }
}
