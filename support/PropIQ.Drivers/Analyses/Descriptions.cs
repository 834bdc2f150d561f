namespace PropIQ.Drivers.Analyses;

/// <summary>Descriptions of properties at the edges.</summary>
internal static class Descriptions
{
    /// <summary>One letter longer than the contract allows (3.1).</summary>
    public static readonly string TooLong = new('x', 10_001);
}
