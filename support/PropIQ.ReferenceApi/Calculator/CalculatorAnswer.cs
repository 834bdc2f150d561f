using System.Text.Json.Serialization;

namespace PropIQ.ReferenceApi.Calculator;

/// <summary>What a deal comes to, rounded. Dollars; cap rate, cash-on-cash, 1 % rule and break-even occupancy in per cent.</summary>
public sealed record CalculatorAnswer
{
    /// <summary>Dollars.</summary>
    public required decimal LoanAmount { get; init; }

    /// <summary>Dollars.</summary>
    public required decimal DownPayment { get; init; }

    /// <summary>Principal and interest, dollars.</summary>
    public required decimal MonthlyPayment { get; init; }

    /// <summary>Net operating income, dollars.</summary>
    public required decimal AnnualNoi { get; init; }

    /// <summary>Dollars.</summary>
    public required decimal MonthlyCashFlow { get; init; }

    /// <summary>Dollars.</summary>
    public required decimal AnnualCashFlow { get; init; }

    /// <summary>Per cent.</summary>
    public required decimal CapRate { get; init; }

    /// <summary>Per cent.</summary>
    public required decimal CashOnCash { get; init; }

    /// <summary>Debt service coverage; null without a loan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Dscr { get; init; }

    /// <summary>Price to a year's rent.</summary>
    public required decimal GrossRentMultiplier { get; init; }

    /// <summary>A month's rent to the price, per cent.</summary>
    public required decimal OnePercentRule { get; init; }

    /// <summary>Per cent.</summary>
    public required decimal BreakEvenOccupancy { get; init; }

    /// <summary>The tax reckoned with, dollars.</summary>
    public required decimal AnnualPropertyTax { get; init; }

    /// <summary>0–100.</summary>
    public required int DealScore { get; init; }

    /// <summary>The score in a word.</summary>
    public required string DealRating { get; init; }

    /// <summary>For commercial property only.</summary>
    public bool? DscrMeetsLenderMinimum { get; init; }
}
