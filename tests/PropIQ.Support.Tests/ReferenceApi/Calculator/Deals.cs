using PropIQ.ReferenceApi.Domain.Calculator;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

/// <summary>The calculator's rules put together, and a deal to vary.</summary>
internal static class Deals
{
    private static readonly DealFormulas Formulas = new(new Assumptions(), new AnnuityPayment());

    public static readonly DealInput Usual = new()
    {
        PurchasePrice = 300_000m,
        DownPaymentPercent = 20m,
        InterestRate = 7m,
        MonthlyRent = 2_500m,
    };

    public static DealFigures Unrounded(DealInput deal) => Formulas.Of(deal);

    public static DealFigures Rounded(DealInput deal) => new HalfAwayFromZero().Of(Unrounded(deal));

    public static int Score(DealInput deal) => new DealScoring().Of(Unrounded(deal));
}
