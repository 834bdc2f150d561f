using System.Text.Json.Nodes;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;
using PropIQ.Simulator.Tests.Reporting;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

public sealed class HonestyTests
{
    private static readonly SimulationTarget Dead = new(new Uri("http://127.0.0.1:1"), "local");

    [Fact]
    public async Task Against_a_dead_port_nothing_is_completed()
    {
        var (_, report) = await Simulated.RunAsync(Dead, ProfileReader.ReadOwn());

        Assert.Equal(3, report.Run.ExitCode);
        Assert.Equal(0, report.SimulationSummary.TotalActionsCompleted);
        Assert.Equal("0.0%", report.SimulationSummary.ConversionRate);
        Assert.Equal("$0.00", report.CostAnalysis.StripeFeesUsd);
        Assert.Equal("$0.00", report.CostAnalysis.TotalCostUsd);
        Assert.Empty(report.EdgeCasesTriggered);
        Assert.True(report.Run.Incomplete);
        Sums.Agree(report);
        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(ReportJson.Write(report))!));
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(401, """{"type":"about:blank","title":"Unauthorized","status":401,"detail":"No.","code":"unauthorized"}""")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":null,"user":{"tier":null}}""")]
    [InlineData(500, "")]
    [InlineData(404, "<html>nothing here</html>")]
    public async Task A_target_that_only_says_so_converts_nobody(int status, string body)
    {
        await using var hostile = await HostileTarget.StartAsync(status, body);
        var (_, report) = await Simulated.RunAsync(hostile.Target, ProfileReader.ReadOwn());

        Assert.Equal(1, report.Run.ExitCode);
        Assert.Equal(0, report.SimulationSummary.ConversionsAchieved);
        Assert.Equal("$0.00", report.CostAnalysis.StripeFeesUsd);
        Assert.Equal(0, report.CostAnalysis.AzureOpenaiInputTokens);
        Assert.True(report.SimulationSummary.TotalUnmetExpectations >= 5);
        Assert.Empty(report.EdgeCasesTriggered);
        Assert.All(report.UserResults, user => Assert.NotEmpty(user.Errors));
        Sums.Agree(report);
        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(ReportJson.Write(report))!));
    }

    [Fact]
    public async Task A_target_that_takes_every_login_and_names_one_plan_converts_nobody()
    {
        const string Everything = """{"access_token":"a.b.c","token_type":"bearer","expires_in":3600,"refresh_token":"r","user":{"id":"1","email":"e","tier":"elite"},"tier":"elite","status":"active","id":"1","email":"e"}""";
        await using var hostile = await HostileTarget.StartAsync(200, Everything);
        var (_, report) = await Simulated.RunAsync(hostile.Target, ProfileReader.ReadOwn());

        Assert.Equal(0, report.SimulationSummary.ConversionsAchieved);
        Assert.Equal(1, report.Run.ExitCode);
        Sums.Agree(report);
    }

    [Fact]
    public async Task A_call_that_is_never_answered_times_out_and_is_an_error()
    {
        await using var hostile = await HostileTarget.StartAsync(async context =>
        {
            if (context.Request.Path == "/auth/signup")
            {
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }
        });
        var profile = ProfileReader.Read("p.yaml", Profiles.Texts.OneUser(Profiles.Texts.SignUp));
        var (_, report) = await Simulated.RunAsync(hostile.Target with { CallTimeout = TimeSpan.FromSeconds(2) }, profile);

        Assert.Equal("error", Assert.Single(report.ErrorsEncountered).Kind);
        Assert.Contains("did not answer within", report.ErrorsEncountered[0].Error, StringComparison.Ordinal);
        Assert.Equal(1, report.Run.ExitCode);
    }

    [Fact]
    public async Task What_a_target_says_stays_one_bounded_line()
    {
        var flood = new string('x', 100_000) + "\\n[red]ALERT[/]";
        await using var hostile = await HostileTarget.StartAsync(500, $$"""{"status":500,"code":"{{flood}}","detail":"{{flood}}"}""");
        var (_, report) = await Simulated.RunAsync(hostile.Target, ProfileReader.Read("p.yaml", Profiles.Texts.OneUser(Profiles.Texts.SignUp)));

        Assert.True(Assert.Single(report.ErrorsEncountered).Error.Length < 1_000);
        Assert.True(ReportJson.Write(report).Length < 50_000);
    }

    [Fact]
    public async Task Whoever_is_stopped_tells_what_happened_so_far()
    {
        using var stop = new RunStop();
        var watch = new AtAction((number, _) => number == 3, _ => stop.Now(StopCause.Stopped, "stopped by a signal"), atEnd: true);
        var (_, report) = await Simulated.RunAsync(await World.TargetAsync(), ProfileReader.ReadOwn(), watch: watch, stop: stop);

        Assert.Equal(130, report.Run.ExitCode);
        Assert.True(report.Run.Incomplete);
        Assert.Equal("stopped by a signal", report.Run.IncompleteReason);
        Assert.True(report.SimulationSummary.TotalActionsCompleted >= 3);
        Assert.Contains(report.UserResults, user => user.Timeline.Count < 10);
        Sums.Agree(report);
    }

    [Fact]
    public async Task A_target_that_dies_ends_the_run()
    {
        var target = await World.TargetAsync();
        await using var link = Mocks.Network.FaultProxy.Start(target.Url.Host, target.Url.Port);
        var watch = new AtAction((number, _) => number == 3, _ => link.Switch(Mocks.Network.ProxyMode.Refuse), atEnd: true);
        var (_, report) = await Simulated.RunAsync(target with { Url = new Uri($"http://127.0.0.1:{link.Port}") }, ProfileReader.ReadOwn(), watch: watch);

        Assert.Equal(3, report.Run.ExitCode);
        Assert.True(report.Run.Incomplete);
        Assert.True(report.SimulationSummary.TotalActionsCompleted >= 3);
        Assert.Equal(0, report.SimulationSummary.ConversionsAchieved);
        Sums.Agree(report);
    }

    [Fact]
    public async Task The_budget_is_not_passed()
    {
        var (result, report) = await Simulated.RunAsync(await World.TargetAsync(), ProfileReader.ReadOwn(), budget: 3m);

        Assert.Equal(1, report.Run.ExitCode);
        Assert.Contains("budget", report.Run.IncompleteReason, StringComparison.Ordinal);
        Assert.True(result.Users.Sum(user => user.User.Costs.Total) <= 3m);
    }
}
