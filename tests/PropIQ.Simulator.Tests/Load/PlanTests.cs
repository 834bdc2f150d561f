using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Users;
using PropIQ.Simulator.ProfileFormat;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

public sealed class PlanTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("1m30s", 90)]
    [InlineData("500ms", 0.5)]
    [InlineData("2 minutes", 120)]
    [InlineData("1_hour", 3_600)]
    [InlineData("0", 0)]
    public void Times_are_written_as_people_do(string text, double seconds) => Assert.Equal(seconds, Spans.Read(text)!.Value.TotalSeconds);

    [Theory]
    [InlineData("30")]
    [InlineData("")]
    [InlineData("-1s")]
    [InlineData("1 fortnight")]
    [InlineData("99999999h")]
    public void Times_without_a_unit_are_none(string text) => Assert.Null(Spans.Read(text));

    [Theory]
    [InlineData("2/4", null, null, "2/4")]
    [InlineData(null, "0", "3", "1/3")]
    [InlineData(null, "2", "3", "3/3")]
    [InlineData(null, null, "3", "1/1")]
    [InlineData("1/2", "1", "2", "1/2")]
    public void A_shard_is_said_or_follows_from_the_job(string? option, string? index, string? count, string shard) =>
        Assert.Equal(shard, Shard.From(option, name => name == Shard.IndexVariable ? index : count).ToString());

    [Theory]
    [InlineData("0/4", null, null)]
    [InlineData("5/4", null, null)]
    [InlineData("1", null, null)]
    [InlineData(null, "3", "3")]
    [InlineData(null, "0", null)]
    public void What_is_no_shard_is_refused(string? option, string? index, string? count) =>
        Assert.Throws<BadInputException>(() => Shard.From(option, name => name == Shard.IndexVariable ? index : count));

    [Fact]
    public void A_profile_says_how_it_is_loaded()
    {
        var load = Read(
            """
            load:
              executor: ramping-arrival-rate
              arrivals: requests
              distribution: poisson
              start_rate: 10
              stages: [{ target: 50, duration: 30s }, { target: 200, duration: 0s }, { target: 200, duration: 10s }]
              max_vus: 500
              warm_up: 5s
              weights: { Tess: 2 }
              thresholds: ["p95(analyze) < 800ms", { threshold: "errors < 5%", abort_on_fail: true, delay_abort: 20s }]
            """);
        var plan = LoadPlanner.Make(load.Load, Shard.Whole);

        Assert.Empty(load.Warnings);
        Assert.True(plan is { IsOpen: true, ArrivalsAreRequests: true, Poisson: true, Users: 500, Executor: Executor.RampingArrivalRate });
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), 200d), (plan.WarmUp, plan.Duration, plan.Curve.Most));
        Assert.Equal((false, true, TimeSpan.FromSeconds(20)), (plan.Thresholds[0].AbortOnFail, plan.Thresholds[1].AbortOnFail, plan.Thresholds[1].DelayAbort));
        Assert.Equal(10, plan.Curve.At(TimeSpan.FromSeconds(4)));
    }

    [Theory]
    [InlineData("executor: constant-vu", "Did you mean \"constant-vus\"?")]
    [InlineData("duration: soon", "\"soon\" is no time")]
    [InlineData("thresholds: [\"p95(analyse) < 1s\"]", "Did you mean \"analyze\"?")]
    [InlineData("journey: [analyze, dance]", "\"dance\" is no action under load")]
    [InlineData("stages: [{ target: 5 }]", "duration: is missing")]
    [InlineData("rate: 0", "more than 0")]
    public void What_is_wrong_is_said_by_line(string line, string complaint)
    {
        var wrong = Assert.Throws<ProfileException>(() => Read($"load:\n  {line}\n"));

        Assert.Contains(complaint, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("executor: constant-arrival-rate", "needs a rate")]
    [InlineData("executor: ramping-vus", "needs stages")]
    [InlineData("stages: [{ target: 5, duration: 5s }]", "say which")]
    [InlineData("{ executor: ramping-vus, stages: [{ target: 5, duration: 5s }], duration: 5s }", "leave duration away")]
    [InlineData("{ executor: constant-vus, iterations: 3 }", "per-vu-iterations")]
    [InlineData("{ executor: ramping-arrival-rate, warm_up: 5s, stages: [{ target: 5, duration: 5s }] }", "give start_vus or start_rate")]
    public void What_does_not_go_together_is_refused(string load, string complaint)
    {
        var settings = Read($"load: {(load[0] == '{' ? load : $"{{ {load} }}")}\n").Load;

        Assert.Contains(complaint, Assert.Throws<BadInputException>(() => LoadPlanner.Make(settings, Shard.Whole)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_are_personas_by_weight_exactly()
    {
        var profile = ProfileReader.ReadOwn();
        var plan = LoadPlanner.Make(new() { Vus = 1_000, Weights = new Dictionary<string, double> { ["Portfolio-Manager-Paula"] = 3, ["Weekend-Warrior-Will"] = 1 } }, Shard.Whole);
        var mix = PersonaMix.Of(plan, profile.Users, seed: 1);

        Assert.Equal([750, 0, 0, 250, 0], Enumerable.Range(0, 5).Select(place => mix.Count(each => each == place)));
        Assert.NotEqual(mix.Order(), mix);
    }

    [Fact]
    public void Who_prefers_the_evening_comes_in_the_evening_alone_and_the_more_often()
    {
        var profile = ProfileReader.ReadOwn();
        int Wills(int? hour) => PersonaMix.Of(LoadPlanner.Make(new() { Vus = 1_000, Hour = hour }, Shard.Whole), profile.Users, seed: 1).Count(place => profile.Users[place].Name == "Weekend-Warrior-Will");

        Assert.Equal(0, Wills(9));
        Assert.True(Wills(20) > 3 * Wills(null), $"{Wills(20)} in the evening, {Wills(null)} on average");
    }

    private static SimulationProfile Read(string load) => ProfileReader.Read("test.yaml", Profiles.Texts.OneUser(Profiles.Texts.LogIn) + load);
}
