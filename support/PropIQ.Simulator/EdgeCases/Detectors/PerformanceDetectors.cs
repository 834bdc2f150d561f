using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;
using static System.FormattableString;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>Many at once, much at once, and what happens when something behind PropIQ fails.</summary>
internal static class PerformanceDetectors
{
    public static readonly Detector[] All =
    [
        Together("concurrent_analyses_3_requests", 3, 9),
        Together("concurrent_analyses_10_requests", 10, int.MaxValue),

        new("api_rate_limit_20_requests", evidence => evidence.Calls
            .GroupBy(call => call.ActionNumber)
            .Select(burst => (Passed: burst.Count(call => call.Status is >= 200 and < 300), Refused: burst.Where(call => call is { Status: 429, Code: "rate_limited", Problem.RetryAfter: not null }).ToList(), All: burst.Count()))
            .Where(burst => burst.Refused.Count > 0 && burst.All >= 20 && burst.Passed <= 20)
            .Proof(burst => $"of {burst.All} rapid requests {burst.Passed} passed and {burst.Refused.Count} were refused with 429 rate_limited and Retry-After")),

        Exported("export_batch_5_properties", 5, 8),
        Exported("large_export_8_properties", 8, 50),
        Exported("export_large_dataset_50_properties", 50, int.MaxValue),

        new("database_query_timeout", evidence => evidence.Refused(504, "database_timeout")
            .Where(call => NothingCounted(evidence, call))
            .Proof(call => Invariant($"504 database_timeout after {call.Exchange.Duration.TotalSeconds:0.0} s at {Looking.At(call)}, and nothing was counted"))),

        new("azure_openai_unavailable", evidence => evidence.Refused(503, "ai_unavailable")
            .Where(call => call.Problem?.RetryAfter is not null && NothingCounted(evidence, call))
            .Proof(call => $"503 ai_unavailable with Retry-After at {Looking.At(call)}, and nothing was counted")),
    ];

    private static Detector Together(string id, int least, int most) => new(id, evidence => evidence.Analyses()
        .GroupBy(analysis => analysis.Call.ActionNumber)
        .Select(action => (Number: action.Key, Peak: Overlap([.. action.Select(analysis => analysis.Call)])))
        .Where(action => action.Peak >= least && action.Peak <= most)
        .Proof(action => $"action {action.Number}: {action.Peak} analyses were in flight at once, and all succeeded"));

    private static Detector Exported(string id, int least, int below) => new(id, evidence => evidence.Calls
        .Where(call => call is { Succeeded: true, Request: ExportOrder { Count: { } asked }, Value: ExportedFile { ExportedCount: { } count } }
            && count == asked && count >= least && count < below)
        .Proof(call => $"a {((ExportOrder)call.Request!).Format} with all {((ExportedFile)call.Value!).ExportedCount} analyses"));

    private static int Overlap(IReadOnlyList<CallRecord> calls) =>
        calls.Max(one => calls.Count(other => other.Exchange.StartedAt <= one.Exchange.StartedAt && other.EndedAt > one.Exchange.StartedAt));

    /// <summary>The usage after it is the usage before it, where both were read.</summary>
    private static bool NothingCounted(Evidence evidence, CallRecord failed)
    {
        var readings = evidence.Calls.Where(call => call is { Succeeded: true, Value: Profile { Usage.Used: not null } }).ToList();
        var before = readings.LastOrDefault(call => call.EndedAt <= failed.Exchange.StartedAt);
        var after = readings.FirstOrDefault(call => call.Exchange.StartedAt >= failed.EndedAt);
        return after is not null && before is not null && Looking.UsageIn(before)!.Used == Looking.UsageIn(after)!.Used;
    }
}
