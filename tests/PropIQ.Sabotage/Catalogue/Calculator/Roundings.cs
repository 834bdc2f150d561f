using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Calculator;

/// <summary>What is shown of a figure is not the nearest to it.</summary>
internal static class Roundings
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("ratios_rounded_in_binary", "Ratios are rounded in binary fractions: 1.005 % is shown as 1.00 %.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with
            {
                CapRate = Binary(unrounded.CapRate),
                CashOnCash = Binary(unrounded.CashOnCash),
                Dscr = unrounded.Dscr is { } dscr ? Binary(dscr) : null,
                GrossRentMultiplier = Binary(unrounded.GrossRentMultiplier),
                OnePercentRule = Binary(unrounded.OnePercentRule),
                BreakEvenOccupancy = Binary(unrounded.BreakEvenOccupancy),
            }),
        },
        new("occupancy_rounded_in_binary", "The break-even occupancy alone is rounded in binary fractions.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(
                nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with { BreakEvenOccupancy = Binary(unrounded.BreakEvenOccupancy) }),
        },
        new("money_rounded_in_binary", "Money is rounded in binary fractions: $1.005 is shown as $1.00.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with
            {
                LoanAmount = Binary(unrounded.LoanAmount),
                DownPayment = Binary(unrounded.DownPayment),
                MonthlyPayment = Binary(unrounded.MonthlyPayment),
                AnnualNoi = Binary(unrounded.AnnualNoi),
                MonthlyCashFlow = Binary(unrounded.MonthlyCashFlow),
                AnnualCashFlow = Binary(unrounded.AnnualCashFlow),
            }),
        },
        new("half_a_hundredth_of_loss_is_forgiven", "A cap rate of −1.005 % is shown as −1.00 %: half a hundredth goes up, not away from zero.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(
                nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with { CapRate = Math.Floor((unrounded.CapRate * 100) + 0.5m) / 100 }),
        },
    ];

    private static decimal Binary(decimal value) => (decimal)(Math.Round((double)value * 100, MidpointRounding.AwayFromZero) / 100);
}
