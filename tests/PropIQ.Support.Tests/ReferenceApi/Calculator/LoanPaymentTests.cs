using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using PropIQ.ReferenceApi.Domain.Calculator;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

public sealed class LoanPaymentTests
{
    private readonly AnnuityPayment loan = new();

    [Fact]
    public void A_hundred_per_cent_over_fifty_years_is_hardly_more_than_the_interest() =>
        loan.Monthly(200_000m, 100m, 50m).Should().BeApproximately(16_666.6666666666666667m, 1e-12m);

    [Theory]
    [InlineData(1e-27)]
    [InlineData(1e-12)]
    [InlineData(1e-7)]
    public void Next_to_no_interest_is_next_to_the_payment_without_any(double rate) =>
        loan.Monthly(100_000_000m, (decimal)rate, 50m).Should().BeApproximately(100_000_000m / 600m, 0.01m);

    [Fact]
    public void No_interest_and_the_formula_meet()
    {
        // Just below and just above the rate from which the formula is used: 1e-13 a month.
        var below = loan.Monthly(100_000_000m, 0.000000000119999m, 30m);
        var above = loan.Monthly(100_000_000m, 0.000000000120001m, 30m);

        // 277,777.78 · 361/2 · 1e-13 is about 5e-6.
        (above - below).Should().BeInRange(0m, 0.00001m);
    }

    [Fact]
    public void A_dearer_loan_costs_more() =>
        Prop.ForAll(
                Gen.Choose(1, 9_999).Two().ToArbitrary(),
                Gen.Choose(1, 50).ToArbitrary(),
                (rates, years) =>
                {
                    var (low, high) = rates.Item1 < rates.Item2 ? rates : (rates.Item2, rates.Item1);
                    return loan.Monthly(250_000m, low / 100m, years) <= loan.Monthly(250_000m, high / 100m, years);
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_loan_costs_less_a_month() =>
        Prop.ForAll(
                Gen.Choose(0, 10_000).ToArbitrary(),
                Gen.Choose(1, 49).ToArbitrary(),
                (rate, years) => loan.Monthly(250_000m, rate / 100m, years) > loan.Monthly(250_000m, rate / 100m, years + 1))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Paying_it_leaves_nothing_owed() =>
        Prop.ForAll(
                Gen.Choose(0, 2_000).ToArbitrary(),
                Gen.Choose(1, 50).ToArbitrary(),
                (rate, years) =>
                {
                    var payment = loan.Monthly(100_000m, rate / 100m, years);
                    var owed = 100_000m;
                    for (var month = 0; month < years * 12; month++)
                    {
                        owed += (owed * (rate / 100m) / 1200m) - payment;
                    }

                    return Math.Abs(owed) < 0.000001m;
                })
            .QuickCheckThrowOnFailure();
}
