namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>Allowances, warnings and periods.</summary>
internal static class UsageDetectors
{
    public static readonly Detector[] All =
    [
        Warned("free_tier_soft_warning_4of5", "4 of 5 free analyses used"),
        Blocked("free_tier_hard_block_5of5", paid: false),
        Warned("usage_limit_warning_60_analyses", "60 of 60 analyses used this month"),
        Warned("paid_tier_limit_warning_58_of_60", "58 of 60 analyses used this month"),
        Warned("paid_tier_limit_warning_98_of_100", "98 of 100 analyses used this month"),
        Blocked("usage_limit_hard_block", paid: true),

        new("usage_counter_monthly_reset", evidence =>
        {
            var readings = evidence.Calls.Where(call => call.Succeeded).Select(call => (Call: call, Usage: Looking.UsageIn(call))).Where(reading => reading.Usage is not null).ToList();
            return readings
                .SelectMany(earlier => readings.Where(later => earlier.Usage!.ResetsAt is { } reset && earlier.Call.UserTime < reset && later.Call.UserTime >= reset && later.Usage!.Used < earlier.Usage!.Used))
                .Proof(later => $"used fell to {later.Usage!.Used} once the period was over, at {Looking.At(later.Call)}");
        }),
    ];

    private static Detector Warned(string id, string warning) => new(id, evidence => evidence.Analyses()
        .Where(analysis => analysis.Made.Warning == warning)
        .Proof(analysis => $"an analysis warned \"{warning}\" at {Looking.At(analysis.Call)}"));

    private static Detector Blocked(string id, bool paid) => new(id, evidence => evidence.Refused(429, "usage_limit_reached")
        .Where(call => Looking.UsageIn(call) is { Used: { } used, Limit: { } limit } && used >= limit && limit > 5 == paid)
        .Proof(call => $"429 usage_limit_reached at {Looking.UsageIn(call)!.Used} of {Looking.UsageIn(call)!.Limit} ({call.Problem?.Detail}) at {Looking.At(call)}"));
}
