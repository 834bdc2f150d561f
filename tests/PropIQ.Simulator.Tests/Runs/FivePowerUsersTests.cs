using System.Text.Json.Nodes;
using PropIQ.Mocks.Network;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Tests.Reporting;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

public sealed class FivePowerUsersTests
{
    [Fact]
    public async Task They_meet_all_expectations_and_two_of_them_convert()
    {
        var (_, report) = await Simulated.RunAsync(await World.TargetAsync(), ProfileReader.ReadOwn());

        Assert.Empty(report.ErrorsEncountered);
        Assert.Equal("100.0%", report.SimulationSummary.ExpectationsMet);
        Assert.Equal(2, report.SimulationSummary.ConversionsAchieved);
        Assert.Equal("40.0%", report.SimulationSummary.ConversionRate);
        Assert.Equal(["elite", "starter"], report.UserResults.Where(user => user.Conversion).Select(user => user.ConvertedTo));
        Assert.Equal("$6.92", report.CostAnalysis.StripeFeesUsd);
        Assert.Equal(2, report.CostAnalysis.StripeTransactions);
        Assert.Equal(0, report.CostAnalysis.EstimatedAnalyses);
        Assert.Equal(0, report.Run.ExitCode);
        Assert.False(report.Run.Incomplete);
        Assert.True(report.SimulationSummary.PeakConcurrentRequests >= 5);
        Assert.All(report.UserResults, user => Assert.Empty(user.EdgeCasesDeclaredNotObserved));
        Assert.All(report.UserResults, user => Assert.Empty(user.EdgeCasesObservedUndeclared));
        Sums.Agree(report);
        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(ReportJson.Write(report))!));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_run_twice()
    {
        var target = await World.TargetAsync();
        var (_, first) = await Simulated.RunAsync(target, ProfileReader.ReadOwn(), seed: 11);
        var (_, second) = await Simulated.RunAsync(target, ProfileReader.ReadOwn(), seed: 11);

        Assert.Equal(Essence(first), Essence(second));
    }

    [Fact]
    public async Task Chaos_happens_and_is_as_the_contract_promises()
    {
        var profile = ProfileReader.ReadOwn();
        var (_, report) = await Simulated.RunAsync(await World.TargetAsync(), profile, chaos: true);

        Assert.Empty(report.ErrorsEncountered);
        Assert.Equal(profile.Chaos.Count, report.UserResults.Sum(user => user.Timeline.Count(action => action.Action.StartsWith("chaos:", StringComparison.Ordinal) && action.Outcome is "met" or "expected_refusal")));
        Assert.All(report.UserResults, user => Assert.Empty(user.EdgeCasesDeclaredNotObserved));
        Assert.Equal("40.0%", report.SimulationSummary.ConversionRate);
        Sums.Agree(report);
    }

    [Fact]
    public async Task In_parallel_they_take_less_than_two_fifths_of_their_sessions_together()
    {
        var target = await World.TargetAsync();
        await using var slow = FaultProxy.Start(target.Url.Host, target.Url.Port);
        slow.Latency = TimeSpan.FromMilliseconds(150);
        var far = target with { Url = new Uri($"http://127.0.0.1:{slow.Port}") };

        var (together, report) = await Simulated.RunAsync(far, ProfileReader.ReadOwn(), seed: 3);

        Assert.Empty(report.ErrorsEncountered);
        Assert.True(report.SimulationSummary.PeakConcurrentRequests >= 5);

        // Of one run: whatever else keeps the machine busy makes both longer alike.
        var sessions = report.UserResults.Sum(user => user.DurationSeconds);
        Assert.True(together.Duration.TotalSeconds < 0.4 * sessions, $"in parallel {together.Duration.TotalSeconds:0.0} s, their sessions {sessions:0.0} s");
    }

    [Fact]
    public async Task One_after_the_other_they_take_all_their_sessions_together()
    {
        var (inTurn, report) = await Simulated.RunAsync(await World.TargetAsync(), ProfileReader.ReadOwn(), seed: 3, parallel: false);

        Assert.Empty(report.ErrorsEncountered);

        // The report rounds each to tenths.
        Assert.InRange(inTurn.Duration.TotalSeconds, report.UserResults.Sum(user => user.DurationSeconds) - 0.25, double.MaxValue);
    }

    /// <summary>Everything but what the clock and made-up ids decide.</summary>
    private static string Essence(SimulationReport report) => string.Join('\n', report.UserResults.Select(user =>
        $"{user.Name} {string.Join(' ', user.Timeline.Select(action => $"{action.Action}:{action.Outcome}"))} {string.Join(' ', user.EdgeCases)} {user.ConvertedTo} {user.CostUsd} {user.CostExact} {user.Analyses}"))
        + $"\n{report.CostAnalysis.AzureOpenaiInputTokens} {report.CostAnalysis.AzureOpenaiOutputTokens} {report.CostAnalysis.ApiRequestsTotal} {report.CostAnalysis.TotalCostUsd}";
}
