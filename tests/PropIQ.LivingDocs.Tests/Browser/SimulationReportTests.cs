using FluentAssertions;
using Microsoft.Playwright;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>The simulator's page: the same front end, another entry.</summary>
public sealed class SimulationReportTests(Chromium chromium)
{
    private const string Report = """
        {
          "simulation_summary": { "total_users": 1, "total_actions_completed": 2, "total_actions_failed": 1, "conversions_achieved": 1, "conversion_rate": "100.0%", "success_rate": "66.7%",
            "expectations_met": "66.7%", "total_actions_skipped": 1, "total_actions_interrupted": 0, "total_expected_refusals": 1, "peak_concurrent_requests": 3 },
          "cost_analysis": { "total_cost_usd": "$2.53", "stripe_fees_usd": "$2.30", "azure_openai_cost_exact": 0.0003, "api_requests_total": 1234 },
          "run": { "run_id": "r1", "started_at": "2026-03-02T10:00:00.000Z", "duration_seconds": 20, "incomplete": true, "incomplete_reason": "stopped by hand", "target": "http://127.0.0.1:1/",
            "target_kind": "bundled", "profile": "p.yaml", "seed": 1, "max_speed": true, "chaos": false, "warnings": ["a warning"] },
          "alerts": ["an alert"],
          "user_results": [{ "name": "Frank <img src=x onerror=alert(1)>", "duration_seconds": 18, "actions_completed": 2, "actions_failed": 1, "actions_skipped": 1, "success_rate": "66.7%", "edge_cases": ["e1"],
            "tier_at_start": "free", "tier_at_end": "starter", "conversion": true, "converted_to": "starter", "cost_usd": "$2.30", "notes": ["a note"], "timeline": [
              { "number": 1, "action": "login", "outcome": "met", "start_seconds": 1, "duration_seconds": 0.5, "statuses": [200], "call_milliseconds": [90] },
              { "number": 2, "action": "analyze_property", "outcome": "expected_refusal", "start_seconds": 2, "duration_seconds": 12, "statuses": [429], "call_milliseconds": [11500] },
              { "number": 3, "action": "export_analyses", "outcome": "unmet", "start_seconds": 15, "duration_seconds": 1, "statuses": [500], "call_milliseconds": [600] },
              { "number": 4, "action": "logout", "outcome": "skipped", "reason": "by chance", "start_seconds": 16, "duration_seconds": 0, "statuses": [], "call_milliseconds": [] }] }],
          "funnel": [{ "step": "blocked", "users": 1 }, { "step": "confirmed", "users": 0 }],
          "revenue_by_plan": [{ "tier": "free", "users": 0, "revenue_usd": 0, "cost_usd_exact": 0.0003 }, { "tier": "starter", "users": 1, "revenue_usd": 69, "cost_usd_exact": 2.3 }],
          "latency": [{ "action": "login", "calls": 1, "p50": 90, "p75": 90, "p95": 90, "p99": 90, "max": 90, "histogram": [{ "up_to_milliseconds": 50, "calls": 0 }, { "up_to_milliseconds": 100, "calls": 1 }] }],
          "edge_case_matrix": [{ "id": "e1", "wording": "An edge", "users": [{ "user": "Frank", "declared": true, "observed": true, "proof": "seen at noon" }, { "user": "Paula", "declared": true, "observed": false, "proof": null },
            { "user": "Will", "declared": false, "observed": true, "proof": "seen at one" }] }],
          "errors_encountered": [{ "user": "Frank", "number": 3, "action": "export_analyses", "kind": "unmet", "error": "500 instead of 200", "timestamp": "10:00:15", "contract_note": "3.5 says so", "exchanges": ["GET /propiq/export\n\n500 oops"] }],
          "expected_outcomes": [{ "name": "conversions.free_to_paid", "expected": "0.50", "actual": "1.00" }]
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Everybody_can_read_it(ColorScheme scheme, int width)
    {
        await using var report = await OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });

        await report.ShouldBeReadableAsync(width);
    }

    [Fact]
    public async Task It_says_what_the_report_says()
    {
        await using var report = await OpenAsync(new());
        var page = report.Page;

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Incomplete: 1 action failed, 1 of 1 user converted");
        foreach (var (part, words) in new[]
        {
            (".hero", "$2.53"), (".banner >> nth=0", "stopped by hand"), ("#users", "Frank <img src=x onerror=alert(1)>"), ("#users", "free → starter"), ("#funnel", "1 of 1"), ("#plans", "−$0.0003"),
            ("#latency", "90 ms"), ("#waits", "11.5 s"), ("#edge-cases", "Declared, not observed"), ("#edge-cases", "seen at one"), ("#failures", "500 instead of 200"), ("#outcomes", "0.50"),
        })
        {
            await Assertions.Expect(page.Locator(part)).ToContainTextAsync(words);
        }

        await page.Locator("#failures summary").ClickAsync();
        await Assertions.Expect(page.Locator("#failures pre")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#failures pre")).ToContainTextAsync("500 oops");
        report.Troubles.Should().BeEmpty();
    }

    private Task<ReportInBrowser> OpenAsync(BrowserNewContextOptions options) => ReportInBrowser.OpenAsync(chromium, options, "simulation-report", Report);
}
