using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>What is known to be wrong with a target, while it is and when it is no more.</summary>
public sealed class KnownDeviationTests(Stand stand) : IClassFixture<Stand>
{
    // And something that passes: a run of skipped tests alone counts as a run of none.
    private static readonly string[] Prices = ["--filter-trait", "Category=edge:public_price_list", "Category=edge:calculator_division_by_zero"];

    [Fact]
    public async Task A_failure_that_is_known_is_skipped_with_its_reason()
    {
        using var run = await PlayAsync("{ case: public_price_list, reason: Prices are rounded up., since: 2026-01-31 }", DearerPlans);

        run.ExitCode.Should().Be(0, run.Output);
        run.Ended("skipped").Should().ContainSingle();
        run.Output.Should().MatchRegex(@"1 of \d+ scenarios failed as is known of this target\.");
        run.Read("conformance.yaml").Should().Contain("status: known_deviation").And.Contain("Prices are rounded up.");
    }

    [Fact]
    public async Task One_whose_time_is_up_is_a_failure_again()
    {
        using var run = await PlayAsync("{ scenario: Prices › A visitor without an account, reason: Prices are rounded up., since: 2026-01-31, until: 2026-02-01 }", DearerPlans);

        run.ExitCode.Should().NotBe(0);
        run.Ended("failed").Should().ContainSingle();
        run.Read("conformance.yaml").Should().Contain("status: broken");
    }

    [Fact]
    public async Task One_that_passes_fails_the_run_until_its_line_is_gone()
    {
        using var run = await PlayAsync("{ case: public_price_list, reason: Prices are rounded up., since: 2026-01-31 }", null);

        run.ExitCode.Should().NotBe(0);
        run.Output.Should().Contain("\"public_price_list\" deviates no more").And.Contain("Remove its line.");
    }

    [Fact]
    public async Task One_that_names_nothing_fails_the_run()
    {
        using var run = await PlayAsync("{ case: public_price_lists, reason: Prices are rounded up., since: 2026-01-31 }", null);

        run.ExitCode.Should().NotBe(0);
        run.Output.Should().Contain("\"public_price_lists\" is no case of features/edge-cases.yaml");
    }

    private static JsonNode? DearerPlans(string path, JsonNode? json)
    {
        if (path == "/pricing" && json?["plans"]?[1] is { } plan)
        {
            plan["price"] = 70;
        }

        return json;
    }

    private async Task<SuiteRun> PlayAsync(string deviation, Func<string, JsonNode?, JsonNode?>? twist)
    {
        await using var gateway = await stand.GatewayAsync(twist);
        return await Stand.PlayAsync($"base_url: {gateway.Url}\n{Stand.Spelling}\ndeviations: [{deviation}]", [], Prices);
    }
}
