namespace PropIQ.Drivers.Analyses;

/// <summary>Compares costs that are not rounded.</summary>
internal static class Dollars
{
    // Beyond that, a PropIQ that reckons in binary fractions may be off.
    private const int Digits = 12;

    /// <summary>The cost without what reckoning in binary fractions adds or takes; null for none.</summary>
    public static decimal? Exact(this decimal? dollars) => dollars is { } cost ? Math.Round(cost, Digits) : null;
}
