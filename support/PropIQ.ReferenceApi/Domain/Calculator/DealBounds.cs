namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>The values that a number may have, and the sentence for one that has another.</summary>
public sealed record DealBounds(Func<decimal, bool> Allows, string Rule)
{
    /// <summary>Over 0.</summary>
    public static readonly DealBounds Positive = new(value => value > 0m, "must be over 0");

    /// <summary>0 or more.</summary>
    public static readonly DealBounds NotNegative = new(value => value >= 0m, "must not be negative");

    /// <summary>A share that is something.</summary>
    public static readonly DealBounds DownPayment = new(value => value is > 0m and <= 100m, "must be over 0 and at most 100 per cent");

    /// <summary>0–100 per cent.</summary>
    public static readonly DealBounds Percent = new(value => value is >= 0m and <= 100m, "must be between 0 and 100 per cent");

    /// <summary>1–50 years.</summary>
    public static readonly DealBounds Years = new(value => value is >= 1m and <= 50m, "must be between 1 and 50 years");
}
