namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>Scores a deal (clause 4.4).</summary>
public interface IDealScoring
{
    /// <summary>0–100 from unrounded figures.</summary>
    int Of(DealFigures unrounded);
}

/// <summary>Points for cash flow (40), cap rate (30), cash-on-cash (20) and the 1 % rule (10).</summary>
public sealed class DealScoring : IDealScoring
{
    /// <inheritdoc/>
    public int Of(DealFigures unrounded) =>
        ForCashFlow(unrounded.MonthlyCashFlow)
        + ForCapRate(unrounded.CapRate)
        + ForCashOnCash(unrounded.CashOnCash)
        + ForRent(unrounded.OnePercentRule);

    private static int ForCashFlow(decimal dollarsAMonth) => dollarsAMonth switch
    {
        >= 500m => 40,
        >= 300m => 30,
        >= 100m => 20,
        >= 0m => 10,
        _ => 0,
    };

    private static int ForCapRate(decimal percent) => percent switch
    {
        >= 10m => 30,
        >= 8m => 25,
        >= 6m => 20,
        >= 4m => 10,
        _ => 0,
    };

    private static int ForCashOnCash(decimal percent) => percent switch
    {
        >= 12m => 20,
        >= 10m => 15,
        >= 8m => 10,
        >= 6m => 5,
        _ => 0,
    };

    private static int ForRent(decimal percent) => percent switch
    {
        >= 1m => 10,
        >= 0.8m => 7,
        >= 0.6m => 4,
        _ => 0,
    };
}
