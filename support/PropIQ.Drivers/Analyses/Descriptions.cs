namespace PropIQ.Drivers.Analyses;

/// <summary>Descriptions of properties at the edges.</summary>
internal static class Descriptions
{
    /// <summary>One letter longer than the contract allows (3.1).</summary>
    public static readonly string TooLong = new('x', 10_001);

    /// <summary>By itself more than a request's body may have (3.4), in bytes.</summary>
    public static readonly string MoreThanABodyHolds = new('x', (1024 * 1024) + 1);
}
