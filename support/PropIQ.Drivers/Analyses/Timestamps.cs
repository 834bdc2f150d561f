using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Analyses;

/// <summary>Compares when analyses were made.</summary>
internal static class Timestamps
{
    // What is kept or listed may be less exact than what was answered.
    private static readonly TimeSpan Exactness = TimeSpan.FromSeconds(1);

    /// <summary>Whether both say the same time, to the second; false where one says none.</summary>
    public static bool IsMadeWith(this Analysis one, Analysis other) => (one.CreatedAt - other.CreatedAt)?.Duration() < Exactness;
}
