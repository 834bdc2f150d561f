using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Calculator;

/// <summary>Section 4. Scores come from unrounded figures; rounding is the last step.</summary>
public sealed class CalculatorEndpoint(
    CalculatorReader reader,
    IDealFigures figures,
    IDealScoring scoring,
    IDealRatings ratings,
    ILenderMinimum lenderMinimum,
    IRounding rounding) : IEndpointModule
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/propiq/calculator", Answer)
            .Anonymous()
            .TakesJson(typeof(CalculatorOrder))
            .Produces<CalculatorAnswer>()
            .Refuses(422);

    private IResult Answer(JsonBody body)
    {
        var deal = reader.Read(body);
        try
        {
            return TypedResults.Ok(FiguresOf(deal));
        }
        catch (ArithmeticException)
        {
            CalculatorRefusal.ThrowOutOfRange(body);
            throw;
        }
    }

    private CalculatorAnswer FiguresOf(DealInput deal)
    {
        var unrounded = figures.Of(deal);
        var score = scoring.Of(unrounded);
        var shown = rounding.Of(unrounded);
        return new CalculatorAnswer
        {
            LoanAmount = shown.LoanAmount,
            DownPayment = shown.DownPayment,
            MonthlyPayment = shown.MonthlyPayment,
            AnnualNoi = shown.AnnualNoi,
            MonthlyCashFlow = shown.MonthlyCashFlow,
            AnnualCashFlow = shown.AnnualCashFlow,
            CapRate = shown.CapRate,
            CashOnCash = shown.CashOnCash,
            Dscr = shown.Dscr,
            GrossRentMultiplier = shown.GrossRentMultiplier,
            OnePercentRule = shown.OnePercentRule,
            BreakEvenOccupancy = shown.BreakEvenOccupancy,
            AnnualPropertyTax = shown.AnnualPropertyTax,
            DealScore = score,
            DealRating = ratings.Of(score),
            DscrMeetsLenderMinimum = deal.IsCommercial ? lenderMinimum.IsMetBy(unrounded.Dscr) : null,
        };
    }
}
