namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>The kinds of property (clause 3.2), by their exact names.</summary>
public static class PropertyTypes
{
    /// <summary>What a property is taken for when nothing is said.</summary>
    public const string Default = "single_family";

    /// <summary>The kind whose lenders ask for a minimum debt service coverage.</summary>
    public const string Commercial = "commercial";

    /// <summary>All eight.</summary>
    public static readonly IReadOnlyList<string> All =
        [Default, "multi_family", "condo", "townhouse", "apartment", Commercial, "mixed_use", "land"];

    /// <summary>True for one of the eight names.</summary>
    public static bool Has(string? name) => name is not null && All.Contains(name, StringComparer.Ordinal);
}
