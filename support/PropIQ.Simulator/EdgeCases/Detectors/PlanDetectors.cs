using PropIQ.Client.Contract;
using static System.FormattableString;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>What plans allow, and when people work.</summary>
internal static class PlanDetectors
{
    public static readonly Detector[] All =
    [
        new("free_tier_export_restriction", evidence => evidence.Refused(403, "export_requires_paid_plan")
            .Proof(call => $"403 export_requires_paid_plan (\"{call.Problem?.Detail}\") at {Looking.At(call)}")),

        new("free_tier_history_limit_10_items", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Value: History { Truncated: true, Items.Count: <= 10, Total: > 10 } })
            .Proof(call => $"{((History)call.Value!).Items!.Count} of {((History)call.Value!).Total} analyses are shown, marked truncated")),

        new("off_peak_hours_usage_evening", evidence => evidence.Analyses()
            .Where(analysis => analysis.Call.UserTime.UtcDateTime.Hour is >= 19 and < 22)
            .Proof(analysis => Invariant($"an analysis at {analysis.Call.UserTime.UtcDateTime:HH:mm} by the user's clock"))),
    ];
}
