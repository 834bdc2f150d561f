using FluentAssertions;
using Microsoft.Playwright;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>The page of a load.</summary>
public sealed class LoadReportTests(Chromium chromium)
{
    private const string Timing = """{ "min": 1, "avg": 12, "med": 10, "p90": 40, "p95": 80, "p99": 4900, "p999": 5000, "max": 5001 }""";

    private const string Counts = $$"""
        "requests": 1300, "failed": 3, "rate_limited": 2, "refused_by_plan": 1, "sessions_over": 0, "timeouts": 0, "checks_passed": 1290, "checks_failed": 0, "corrected": {{Timing}}, "service": {{Timing}}
        """;

    private const string Report = $$"""
        {
          "run": { "run_id": "r1", "started_at": "2026-03-02T10:00:00.000Z", "duration_seconds": 20, "incomplete": true, "incomplete_reason": "shard 2 of 2 is missing", "target": "http://127.0.0.1:1/", "target_kind": "local",
            "profile": "p.yaml", "seed": 1, "plan": "constant-arrival-rate: up to 65 requests a second", "shards": [1], "shards_planned": 2, "seeding": "20 accounts seeded", "verdict": "thresholds_crossed", "doubts": ["this client was the bottleneck"] },
          "metrics": { "http_reqs": { "count": 1300, "rate": 65 }, "http_req_failed": { "part": 3, "whole": 1300, "rate": 0.0023 }, "http_req_duration": {{Timing}}, "checks": { "part": 1, "whole": 1, "rate": 1 },
            "iterations": { "count": 7, "rate": 0.35 }, "rate_limited": 2, "refused_by_plan": 1, "dropped_iterations": 4, "vus_max": 30 },
          "thresholds": [{ "threshold": "p95(analyze) < 70ms", "kept": false, "measured": 80, "detail": "80 is not < 70" }, { "threshold": "errors < 1%", "kept": true, "measured": 0, "detail": "0.0023 is < 0.01" }],
          "by_action": [{ "action": "analyze", {{Counts}} }], "by_persona": [{ "persona": "Frank <img src=x onerror=alert(1)>", {{Counts}} }], "by_persona_and_action": [{ "persona": "Frank", "action": "analyze", {{Counts}} }],
          "errors": [{ "action": "analyze", "kind": "status", "status": 503, "code": "ai_unavailable", "count": 3, "first": "The AI is away." }],
          "over_time": { "slice_seconds": 1, "slices": [
            { "at_seconds": 0, "requests": 70, "failed": 0, "rate_limited": 0, "dropped": 0, "vus": 20, "in_flight": 2, "p50": 9, "p95": 20, "p99": 40, "max": 60 },
            { "at_seconds": 1, "requests": 0, "failed": 0, "rate_limited": 0, "dropped": 4, "vus": 30, "in_flight": 30, "p50": 0, "p95": 0, "p99": 0, "max": 0 },
            { "at_seconds": 2, "requests": 140, "failed": 3, "rate_limited": 2, "dropped": 0, "vus": 30, "in_flight": 3, "p50": 2500, "p95": 4700, "p99": 4900, "max": 5001 }] },
          "warm_up": { "duration_seconds": 5, "requests": 300, "failed": 0, "rate_limited": 0, "corrected": {{Timing}} },
          "clients": [{ "shard": 1, "health": { "cpu_share": 0.91, "cpu_share_peak": 0.99, "memory_megabytes_peak": 120, "gc_pause_share": 0.01, "scheduling_lag_p99": 120, "send_lag_p99": 130, "connections_peak": 30, "connections_opened": 40, "addresses": 10 } }]
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Everybody_can_read_it(ColorScheme scheme, int width)
    {
        await using var report = await ReportInBrowser.OpenAsync(chromium, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } }, "load-report", Report);

        await report.ShouldBeReadableAsync(width);
    }

    [Fact]
    public async Task It_says_what_the_report_says()
    {
        await using var report = await ReportInBrowser.OpenAsync(chromium, new(), "load-report", Report);

        await Assertions.Expect(report.Page.Locator("h1")).ToHaveTextAsync("A threshold was crossed");
        foreach (var (part, words) in new[]
        {
            (".hero", "1,300 (65.0 a second)"), (".banner >> nth=0", "this client was the bottleneck"), (".banner >> nth=1", "shard 2 of 2 is missing"), ("#thresholds", "80 is not < 70"),
            ("#latency", "4.9 s"), ("#latency", "Frank <img src=x onerror=alert(1)>"), ("#failures", "ai_unavailable"), ("#client", "91.0 %"),
        })
        {
            await Assertions.Expect(report.Page.Locator(part)).ToContainTextAsync(words);
        }

        await Assertions.Expect(report.Page.Locator("#over-time svg[role=img]")).ToHaveCountAsync(3);
        report.Troubles.Should().BeEmpty();
    }
}
