using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using PropIQ.ReferenceApi.Domain.Calculator;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

/// <summary>Whatever is allowed has an answer, or leaves the arithmetic's range in a way that can be caught. Decimals have no NaN and no infinity.</summary>
public sealed class ExtremeDealsTests
{
    private static readonly decimal[] Money = [0.0000000000000000000000000001m, 0.01m, 1m, 250_000m, 100_000_000m, 1e15m, 1e27m, decimal.MaxValue];

    [Fact]
    public void Real_ranges_always_have_an_answer() =>
        Prop.ForAll(
                Gen.Choose(1, 10_000_000).Two().ToArbitrary(),
                Gen.Choose(0, 10_000).Two().ToArbitrary(),
                Gen.Choose(100, 5_000).ToArbitrary(),
                (money, rates, term) =>
                {
                    var deal = new DealInput
                    {
                        PurchasePrice = money.Item1 * 10m,
                        MonthlyRent = money.Item2 / 10m,
                        DownPaymentPercent = Math.Max(1, rates.Item1) / 100m,
                        InterestRate = rates.Item2 / 100m,
                        LoanTermYears = term / 100m,
                    };
                    var figures = Deals.Rounded(deal);

                    // Each half cent is rounded for itself.
                    return Math.Abs(figures.LoanAmount + figures.DownPayment - deal.PurchasePrice) <= 0.01m && Deals.Score(deal) is >= 0 and <= 100;
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Absurd_ranges_have_an_answer_or_say_so() =>
        Prop.ForAll(
                Gen.Elements(Money).Three().ToArbitrary(),
                Gen.Elements(0.0000000000000000000000000001m, 20m, 100m).ToArbitrary(),
                Gen.Elements(0m, 0.0000000000000000000000000001m, 0.00001m, 7m, 100m).ToArbitrary(),
                (money, downPayment, rate) =>
                {
                    try
                    {
                        _ = Deals.Rounded(new DealInput
                        {
                            PurchasePrice = money.Item1,
                            MonthlyRent = money.Item2,
                            ClosingCosts = money.Item3,
                            DownPaymentPercent = downPayment,
                            InterestRate = rate,
                            LoanTermYears = 50m,
                        });
                    }
                    catch (ArithmeticException)
                    {
                        return true;
                    }

                    return true;
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_hundred_per_cent_over_fifty_years_at_an_absurd_price_is_finite() =>
        Deals.Rounded(Deals.Usual with { PurchasePrice = 1e24m, InterestRate = 100m, LoanTermYears = 50m }).MonthlyPayment.Should().BeGreaterThan(6e22m);
}
