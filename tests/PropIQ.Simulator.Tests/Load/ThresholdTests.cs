using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Thresholds;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

public sealed class ThresholdTests
{
    private static readonly string[] Personas = ["Paula", "Weekend-Warrior-Will"];

    [Theory]
    [InlineData("p95(analyze) < 100ms", true)]
    [InlineData("p95(analyze) < 90ms", false)]
    [InlineData("p99.9 <= 0.1s", true)]
    [InlineData("max(analyze, Paula) == 100ms", true)]
    [InlineData("service_max < 51ms", true)]
    [InlineData("med(pricing) < 2ms", true)]
    [InlineData("errors < 0.5%", false)]
    [InlineData("errors(analyze) == 0", true)]
    [InlineData("errors(pricing) > 9%", true)]
    [InlineData("rate_limited == 0", false)]
    [InlineData("rps > 10", true)]
    [InlineData("http_reqs == 111", true)]
    [InlineData("checks > 99%", true)]
    [InlineData("dropped_iterations == 2", true)]
    [InlineData("p99(analyze) < 2 * p50(analyze)", true)]
    [InlineData("max(pricing) / (max(analyze) - max(chat)) < 1", false)]
    [InlineData("max() == 100ms", true)]
    [InlineData("p95(chat) < 1s", false)]
    [InlineData("checks(chat) > 0", false)]
    public void Are_held_against_what_was_measured(string threshold, bool kept)
    {
        Assert.Null(Threshold.Complaint(threshold, Personas));
        Assert.Equal(kept, Threshold.Judge(threshold, Measured()).Kept);
    }

    [Theory]
    [InlineData("p95(analyse) < 1s", "Did you mean \"analyze\"?")]
    [InlineData("p95(analyze)", "compares nothing")]
    [InlineData("latency < 1s", "is not measured")]
    [InlineData("p101 < 1s", "is not measured")]
    [InlineData("p95 < 1 parsec", "unit \"parsec\"")]
    [InlineData("errors < 1% or so", "does not belong there")]
    [InlineData("p95(analyze < 1s", "ends too early")]
    [InlineData("rate_limits == 0", "Did you mean \"rate_limited\"?")]
    [InlineData("iterations(Paula) > 1", "without brackets")]
    public void Say_what_is_wrong_with_them(string threshold, string complaint) => Assert.Contains(complaint, Threshold.Complaint(threshold, Personas), StringComparison.Ordinal);

    [Fact]
    public void Nothing_measured_keeps_no_threshold() => Assert.Contains("no such request was measured", Threshold.Judge("p95(analyze) < 1s", new Tally(3)).Detail, StringComparison.Ordinal);

    private static Tally Measured()
    {
        var tally = new Tally(3) { Elapsed = TimeSpan.FromSeconds(10) };
        for (var milliseconds = 1; milliseconds <= 100; milliseconds++)
        {
            tally.Add("Paula", LoadAction.Analyze, TimeSpan.FromMilliseconds(milliseconds / 2d), new(Outcome.Met, TimeSpan.FromMilliseconds(milliseconds / 2d), true));
        }

        for (var number = 0; number < 9; number++)
        {
            tally.Add("Weekend-Warrior-Will", LoadAction.Pricing, TimeSpan.Zero, new(Outcome.Met, TimeSpan.FromMilliseconds(1), true));
        }

        tally.Add("Weekend-Warrior-Will", LoadAction.Pricing, TimeSpan.Zero, new(Outcome.Failed, TimeSpan.FromMilliseconds(1), null, new(Failure.OfStatus, 500, null, "it broke")));
        tally.Add("Weekend-Warrior-Will", LoadAction.Pricing, TimeSpan.Zero, new(Outcome.RateLimited, TimeSpan.FromMilliseconds(1)));
        tally.Drop(2);
        return tally;
    }
}
