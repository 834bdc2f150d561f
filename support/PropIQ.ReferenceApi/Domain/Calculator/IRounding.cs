namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>Rounds figures for the answer (clause 4.3): the last thing that happens to them.</summary>
public interface IRounding
{
    /// <summary>The same figures as they are shown.</summary>
    DealFigures Of(DealFigures unrounded);
}

/// <summary>Two decimals everywhere, half away from zero.</summary>
public sealed class HalfAwayFromZero : IRounding
{
    /// <inheritdoc/>
    public DealFigures Of(DealFigures unrounded) => new()
    {
        LoanAmount = Round(unrounded.LoanAmount),
        DownPayment = Round(unrounded.DownPayment),
        MonthlyPayment = Round(unrounded.MonthlyPayment),
        AnnualNoi = Round(unrounded.AnnualNoi),
        MonthlyCashFlow = Round(unrounded.MonthlyCashFlow),
        AnnualCashFlow = Round(unrounded.AnnualCashFlow),
        CapRate = Round(unrounded.CapRate),
        CashOnCash = Round(unrounded.CashOnCash),
        Dscr = unrounded.Dscr is { } dscr ? Round(dscr) : null,
        GrossRentMultiplier = Round(unrounded.GrossRentMultiplier),
        OnePercentRule = Round(unrounded.OnePercentRule),
        BreakEvenOccupancy = Round(unrounded.BreakEvenOccupancy),
        AnnualPropertyTax = Round(unrounded.AnnualPropertyTax),
    };

    private static decimal Round(decimal value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);

        // Not −0.00.
        return rounded == 0m ? 0m : rounded;
    }
}
