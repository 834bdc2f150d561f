using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>What detectors look for again and again.</summary>
internal static class Looking
{
    /// <summary>Analyses that PropIQ made, with what was asked.</summary>
    public static IEnumerable<(CallRecord Call, PropertyToAnalyze Asked, Analysis Made)> Analyses(this Evidence evidence) =>
        from call in evidence.Calls
        where call is { Succeeded: true, Endpoint: "/propiq/analyze" }
        let asked = call.Request as PropertyToAnalyze
        let made = call.Value as Analysis
        where asked is not null && made is { AnalysisId: not null }
        select (call, asked, made);

    /// <summary>Calls that were refused with a status and code.</summary>
    public static IEnumerable<CallRecord> Refused(this Evidence evidence, int status, string code) =>
        evidence.Calls.Where(call => call.Status == status && call.Code == code);

    /// <summary>The usage that an answer or a refusal tells of.</summary>
    public static Usage? UsageIn(CallRecord call) => call.Value switch
    {
        Analysis analysis => analysis.Usage,
        Profile profile => profile.Usage,
        _ => FromProblem(call),
    };

    /// <summary>An event that was accepted and took effect.</summary>
    public static IEnumerable<WebhookDelivery> Effective(this Evidence evidence, string eventType) =>
        evidence.Deliveries.Where(delivery => delivery.EventType == eventType && delivery is { Accepted: true, Confirmed: true });

    /// <summary>The first of something, as a proof; null of nothing.</summary>
    public static string? Proof<T>(this IEnumerable<T> found, Func<T, string> inWords)
    {
        foreach (var item in found)
        {
            return inWords(item);
        }

        return null;
    }

    /// <summary>A moment as proofs name it.</summary>
    public static string At(CallRecord call) => call.Exchange.StartedAt.UtcDateTime.ToString("HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static Usage? FromProblem(CallRecord call) =>
        call.Problem?.Members.TryGetValue("usage", out var usage) == true && usage.ValueKind == System.Text.Json.JsonValueKind.Object
            ? new(Number(usage, "used"), Number(usage, "limit"), Number(usage, "remaining"), null)
            : null;

    private static int? Number(System.Text.Json.JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
