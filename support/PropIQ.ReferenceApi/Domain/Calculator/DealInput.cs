namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>What the calculator is given (section 4): dollars, and rates and shares in per cent. Null stands for not given.</summary>
public sealed record DealInput
{
    /// <summary>Dollars, over 0.</summary>
    public required decimal PurchasePrice { get; init; }

    /// <summary>Per cent of the price, over 0 and at most 100.</summary>
    public required decimal DownPaymentPercent { get; init; }

    /// <summary>Per cent a year, 0–100.</summary>
    public required decimal InterestRate { get; init; }

    /// <summary>Dollars a month, over 0.</summary>
    public required decimal MonthlyRent { get; init; }

    /// <summary>Years, 1–50; parts of a year count.</summary>
    public decimal LoanTermYears { get; init; } = 30m;

    /// <summary>True for commercial property, whose lenders ask for a minimum coverage.</summary>
    public bool IsCommercial { get; init; }

    /// <summary>A state's code or name.</summary>
    public string? State { get; init; }

    /// <summary>Dollars a year.</summary>
    public decimal? AnnualPropertyTax { get; init; }

    /// <summary>Dollars a year.</summary>
    public decimal? AnnualInsurance { get; init; }

    /// <summary>Dollars a month.</summary>
    public decimal MonthlyHoa { get; init; }

    /// <summary>Dollars a month.</summary>
    public decimal? MonthlyMaintenance { get; init; }

    /// <summary>Per cent of the rent, 0–100.</summary>
    public decimal? VacancyPercent { get; init; }

    /// <summary>Dollars, once.</summary>
    public decimal ClosingCosts { get; init; }

    /// <summary>Dollars, once.</summary>
    public decimal RehabCosts { get; init; }
}
