using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses;

/// <summary>Stored analyses to export and rank.</summary>
internal static class Stored
{
    public static StoredAnalysis Analysis(string address, decimal score = 72.5m, long sequence = 1, string summary = "A fair deal.", string metrics = """{"cap_rate": 6.5}""") => new(
        Guid.NewGuid(),
        sequence,
        address,
        Coverage.Limited,
        PropertyTypes.Default,
        450_000m,
        score,
        summary,
        metrics,
        "gpt-4o-mini",
        512,
        498,
        0.0003756m,
        new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));
}
