namespace PropIQ.Simulator.Running;

/// <summary>Percentiles by nearest rank: each is a value that was measured.</summary>
internal static class Percentiles
{
    /// <summary>The value that <paramref name="percent"/> of all do not exceed; 0 of nothing.</summary>
    public static double Of(IReadOnlyCollection<double> values, double percent)
    {
        if (values.Count == 0)
        {
            return 0;
        }

        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
