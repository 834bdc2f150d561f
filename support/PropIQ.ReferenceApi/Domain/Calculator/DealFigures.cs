namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>
/// What a deal comes to. <see cref="IDealFigures"/> gives it unrounded, <see cref="IRounding"/> rounds it for the answer.
/// Money in dollars; cap rate, cash-on-cash, 1 % rule and break-even occupancy in per cent; DSCR and multiplier plain.
/// </summary>
public sealed record DealFigures
{
    /// <summary>Price − down payment.</summary>
    public required decimal LoanAmount { get; init; }

    /// <summary>The buyer's own part of the price.</summary>
    public required decimal DownPayment { get; init; }

    /// <summary>Principal and interest a month.</summary>
    public required decimal MonthlyPayment { get; init; }

    /// <summary>Net operating income a year, before the loan.</summary>
    public required decimal AnnualNoi { get; init; }

    /// <summary>What is left a month.</summary>
    public required decimal MonthlyCashFlow { get; init; }

    /// <summary>What is left a year.</summary>
    public required decimal AnnualCashFlow { get; init; }

    /// <summary>NOI / price, per cent.</summary>
    public required decimal CapRate { get; init; }

    /// <summary>Cash flow / cash put in, per cent.</summary>
    public required decimal CashOnCash { get; init; }

    /// <summary>NOI / debt service; null without a loan.</summary>
    public required decimal? Dscr { get; init; }

    /// <summary>Price / rent of a year.</summary>
    public required decimal GrossRentMultiplier { get; init; }

    /// <summary>Rent of a month / price, per cent.</summary>
    public required decimal OnePercentRule { get; init; }

    /// <summary>The share of the rent that all costs and the loan take, per cent.</summary>
    public required decimal BreakEvenOccupancy { get; init; }

    /// <summary>The tax reckoned with, given or assumed.</summary>
    public required decimal AnnualPropertyTax { get; init; }
}
