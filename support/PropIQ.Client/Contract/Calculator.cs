namespace PropIQ.Client.Contract;

/// <summary>What the deal calculator takes (section 4). Money in dollars, rates and shares in per cent.</summary>
public sealed record Deal(
    decimal? PurchasePrice,
    decimal? DownPaymentPercent,
    decimal? InterestRate,
    decimal? MonthlyRent,
    decimal? LoanTermYears = null,
    string? PropertyType = null,
    string? State = null,
    decimal? AnnualPropertyTax = null,
    decimal? AnnualInsurance = null,
    decimal? MonthlyHoa = null,
    decimal? MonthlyMaintenance = null,
    decimal? VacancyPercent = null,
    decimal? ClosingCosts = null,
    decimal? RehabCosts = null);

/// <summary>The deal calculator's answer (clauses 4.3–4.5). Money in dollars, ratios in per cent, DSCR and multiplier plain.</summary>
public sealed record DealFigures(
    decimal? LoanAmount,
    decimal? DownPayment,
    decimal? MonthlyPayment,
    decimal? AnnualNoi,
    decimal? MonthlyCashFlow,
    decimal? AnnualCashFlow,
    decimal? CapRate,
    decimal? CashOnCash,
    decimal? Dscr,
    decimal? GrossRentMultiplier,
    decimal? OnePercentRule,
    decimal? BreakEvenOccupancy,
    decimal? AnnualPropertyTax,
    decimal? DealScore,
    string? DealRating,
    bool? DscrMeetsLenderMinimum);
