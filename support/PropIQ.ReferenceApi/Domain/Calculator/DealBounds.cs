using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>The values that a number may have, and the sentence for one that has another.</summary>
public sealed record DealBounds(Func<decimal, bool> Allows, string Rule)
{
    /// <summary>Over 0.</summary>
    public static readonly DealBounds Positive = new(value => value > 0m, DealWording.Positive);

    /// <summary>0 or more.</summary>
    public static readonly DealBounds NotNegative = new(value => value >= 0m, DealWording.NotNegative);

    /// <summary>A share that is something.</summary>
    public static readonly DealBounds DownPayment = new(value => value is > 0m and <= 100m, DealWording.DownPayment);

    /// <summary>0–100 per cent.</summary>
    public static readonly DealBounds Percent = new(value => value is >= 0m and <= 100m, DealWording.Percent);

    /// <summary>1–50 years.</summary>
    public static readonly DealBounds Years = new(value => value is >= 1m and <= 50m, DealWording.Years);
}
