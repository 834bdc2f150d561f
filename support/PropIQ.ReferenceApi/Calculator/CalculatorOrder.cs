namespace PropIQ.ReferenceApi.Calculator;

/// <summary>What the calculator takes: dollars, rates and shares in per cent, the term in years.</summary>
public sealed record CalculatorOrder(
    decimal PurchasePrice,
    decimal DownPaymentPercent,
    decimal InterestRate,
    decimal MonthlyRent,
    decimal? LoanTermYears,
    string? PropertyType,
    string? State,
    decimal? AnnualPropertyTax,
    decimal? AnnualInsurance,
    decimal? MonthlyHoa,
    decimal? MonthlyMaintenance,
    decimal? VacancyPercent,
    decimal? ClosingCosts,
    decimal? RehabCosts);
