using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Costs;

/// <summary>Evaluates a profile's cost alerts.</summary>
internal static class Alerts
{
    /// <summary>The messages of alerts whose condition holds, and of those that could not be evaluated.</summary>
    public static IReadOnlyList<string> Raised(CostTracking tracking, IReadOnlyDictionary<string, decimal> variables)
    {
        var raised = new List<string>();
        foreach (var alert in tracking.Alerts)
        {
            try
            {
                if (Formula.Evaluate(alert.Condition, name => variables.TryGetValue(name, out var value) ? value : null) != 0)
                {
                    raised.Add($"{alert.Message} ({alert.Condition})");
                }
            }
            catch (FormatException broken)
            {
                raised.Add($"An alert could not be evaluated: {broken.Message}");
            }
        }

        return raised;
    }
}
