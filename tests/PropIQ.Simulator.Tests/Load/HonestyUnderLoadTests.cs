using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Running;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

/// <summary>What a load reports is what happened to whoever would have asked.</summary>
public sealed class HonestyUnderLoadTests
{
    [Fact]
    public async Task A_server_that_pauses_for_five_seconds_shows_in_the_percentiles_as_it_should()
    {
        var pause = new Pause(TimeSpan.FromSeconds(5), afterRequests: 60);
        await using var server = await PricingServer.StartAsync(async (_, number) =>
        {
            await pause.PassAsync(number);
            return true;
        });

        var report = await Loaded.PlayAsync(server.Target, Loaded.Requests(30, 10) with { MaxVus = 500 });

        // Of 300 requests 150 were due in the pause: they waited for anything between five seconds and nothing.
        var due = report.Metrics.HttpReqDuration;
        Assert.Equal((300, 0), (report.Metrics.HttpReqs.Count, report.Metrics.DroppedIterations));
        Assert.InRange(due.P99, 4_500, 8_000);
        Assert.InRange(due.P90, 3_000, 8_000);
        Assert.True(due.P95 >= 4_000, $"p95 is {due.P95}");
    }

    [Fact]
    public async Task A_client_with_too_few_users_hides_nothing_of_a_pause()
    {
        var pause = new Pause(TimeSpan.FromSeconds(3), afterRequests: 20);
        await using var server = await PricingServer.StartAsync(async (_, number) =>
        {
            await pause.PassAsync(number);
            return true;
        });

        var report = await Loaded.PlayAsync(server.Target, Loaded.Requests(20, 5) with { MaxVus = 4 });

        Assert.True(report.Metrics.DroppedIterations >= 30, $"{report.Metrics.DroppedIterations} were dropped");
        Assert.Equal(100, report.Metrics.HttpReqs.Count + report.Metrics.DroppedIterations);
        Assert.Contains(report.Run.Doubts, doubt => doubt.Contains("arrivals were dropped", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Unreliable, report.Run.ExitCode);
    }

    [Fact]
    public async Task Failures_are_told_apart()
    {
        await using var server = await PricingServer.StartAsync(async (context, number) =>
        {
            switch (number % 5)
            {
                case 1:
                    await PricingServer.AnswerAsync(context, 503, """{"code":"database_unavailable","detail":"The database is away."}""");
                    return false;
                case 2:
                    context.Abort();
                    return false;
                case 3:
                    await PricingServer.AnswerAsync(context, 200, "<html>");
                    return false;
                case 4:
                    await PricingServer.AnswerAsync(context, 429, """{"code":"rate_limited","detail":"Too fast."}""");
                    return false;
                default:
                    return true;
            }
        });

        var report = await Loaded.PlayAsync(server.Target, Loaded.OneAfterTheOther(50));

        Assert.Equal([("contract", 200, 10L), ("status", 503, 10L), ("transport", 0, 10L)], report.Errors.Select(error => (error.Kind, error.Status, error.Count)).OrderBy(error => error.Kind));
        Assert.Equal("database_unavailable", report.Errors.Single(error => error.Kind == "status").Code);
        Assert.Equal((50, 30, 10), (report.Metrics.HttpReqs.Count, report.Metrics.HttpReqFailed.Part, report.Metrics.RateLimited));
        Assert.Equal((10, 20), (report.Metrics.Checks.Part, report.Metrics.Checks.Whole));
        Assert.Equal(50, report.Metrics.Iterations.Count);
    }

    [Fact]
    public async Task Silence_is_a_time_out_and_has_lasted_as_long()
    {
        await using var server = await PricingServer.StartAsync(async (context, _) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            return false;
        });

        var report = await Loaded.PlayAsync(server.Target with { CallTimeout = TimeSpan.FromMilliseconds(300) }, Loaded.OneAfterTheOther(3));

        Assert.Equal(("timeout", 3), (report.Errors.Single().Kind, report.Errors.Single().Count));
        Assert.Equal(3, report.Metrics.Timeouts);
        Assert.True(report.Metrics.HttpReqDuration.Min >= 290, $"the shortest took {report.Metrics.HttpReqDuration.Min} ms");
    }

    [Fact]
    public async Task Warm_up_is_counted_apart()
    {
        await using var server = await PricingServer.StartAsync();

        var report = await Loaded.PlayAsync(server.Target, Loaded.Requests(20, 2) with { WarmUp = TimeSpan.FromSeconds(1) });

        Assert.Equal((20, 40), (report.WarmUp.Requests, report.Metrics.HttpReqs.Count));
        Assert.Equal(40, report.OverTime.Slices.Sum(slice => slice.Requests));
    }

    [Fact]
    public async Task Nobody_sends_more_than_the_bound_allows_and_waiting_for_it_is_no_latency_of_the_target()
    {
        await using var server = await PricingServer.StartAsync();

        var report = await Loaded.PlayAsync(
            server.Target, new() { Vus = 20, Duration = TimeSpan.FromSeconds(2), ThinkTime = TimeSpan.Zero, Journey = [LoadAction.Pricing] }, mostPerSecond: 25);

        Assert.InRange(report.Metrics.HttpReqs.Count, 1, 51);
        Assert.True(report.Metrics.HeldBack > 0);
    }

    [Fact]
    public async Task A_threshold_may_end_a_load_before_its_end()
    {
        await using var server = await PricingServer.StartAsync(async (context, _) =>
        {
            await PricingServer.AnswerAsync(context, 500, "{}");
            return false;
        });

        var report = await Loaded.PlayAsync(server.Target, Loaded.Requests(20, 60) with { Thresholds = [new("errors < 5%", AbortOnFail: true, TimeSpan.FromSeconds(1))] });

        Assert.True(report.Run.DurationSeconds < 50, $"it went on for {report.Run.DurationSeconds} s");
        Assert.Equal((ExitCodes.ThresholdsCrossed, "thresholds_crossed", true), (report.Run.ExitCode, report.Run.Verdict, report.Run.Incomplete));
    }

    [Fact]
    public async Task Whoever_stops_a_load_has_the_report_so_far()
    {
        using var stop = new RunStop();
        await using var server = await PricingServer.StartAsync((_, number) =>
        {
            if (number == 10)
            {
                stop.Now(StopCause.Stopped, "stopped by a signal");
            }

            return Task.FromResult(true);
        });

        var report = await Loaded.PlayAsync(server.Target, Loaded.Requests(20, 60), stop: stop);

        Assert.Equal((ExitCodes.Stopped, true, "stopped by a signal"), (report.Run.ExitCode, report.Run.Incomplete, report.Run.IncompleteReason));
        Assert.InRange(report.Metrics.HttpReqs.Count + report.Metrics.Interrupted, 9, 100);
    }

    [Theory]
    [InlineData(0.95, 0, 0, "this client was the bottleneck: it used 95 %")]
    [InlineData(0.1, 0.3, 0, "stood still 30 % of the time to collect garbage, with little work of its own")]
    [InlineData(0.1, 0, 250, "something else kept this machine busy")]
    [InlineData(0.6, 0, 250, "this client was the bottleneck")]
    public void An_overloaded_client_says_so(double cpu, double paused, double late, string doubt) => Assert.Contains(
        Reliability.Doubts(new HealthReading { Cores = 2, CpuShare = cpu, GcPauseShare = paused, SendLagP99 = late }, new Tally(3)),
        each => each.Contains(doubt, StringComparison.Ordinal));

    [Fact]
    public void A_client_at_ease_has_nothing_to_say() => Assert.Empty(Reliability.Doubts(new HealthReading { Cores = 2, CpuShare = 0.4, SendLagP99 = 3, SchedulingLagP99 = 5 }, new Tally(3)));

    /// <summary>Begins at a request and holds all that come while it lasts.</summary>
    private sealed class Pause(TimeSpan length, int afterRequests)
    {
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Timer? timer;

        public Task PassAsync(int number)
        {
            if (number == afterRequests)
            {
                timer = new Timer(_ => over.TrySetResult(), null, length, Timeout.InfiniteTimeSpan);
            }

            return number >= afterRequests ? over.Task : Task.CompletedTask;
        }
    }
}
