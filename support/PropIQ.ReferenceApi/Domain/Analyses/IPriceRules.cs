namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Decides what is a purchase price (clause 3.4).</summary>
public interface IPriceRules
{
    /// <summary>True when a price in dollars is over 0 and not too high.</summary>
    bool Accepts(decimal price);
}

/// <summary>Over 0 and up to $100,000,000.</summary>
public sealed class PriceRules : IPriceRules
{
    /// <summary>The highest price, in dollars.</summary>
    public const decimal Highest = 100_000_000m;

    /// <inheritdoc/>
    public bool Accepts(decimal price) => price is > 0m and <= Highest;
}
