using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

public sealed class PaceTests
{
    [Fact]
    public async Task In_real_time_pauses_make_the_session_as_long_as_the_persons()
    {
        var (time, result) = await PlayAsync("60_minutes");

        Assert.InRange(time.Skipped, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
        Assert.Equal(10, result.Users[0].Actions.Count(action => action.Kind == OutcomeKind.Unmet));
    }

    [Fact]
    public async Task A_session_ends_when_its_time_is_over()
    {
        var (_, result) = await PlayAsync("3_minutes");

        var late = result.Users[0].Actions.Where(action => action.Skip == SkipCause.TimeOver).ToList();
        Assert.InRange(late.Count, 2, 9);
        Assert.Equal(10, result.Users[0].Actions.Count);
    }

    [Fact]
    public async Task At_most_eighteen_requests_leave_in_a_second()
    {
        var time = new SkippingTime(TimeSpan.FromSeconds(10));
        var pacer = new Pacer(time);
        for (var request = 0; request < 18; request++)
        {
            await pacer.WaitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(TimeSpan.Zero, time.Skipped);
        await pacer.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(time.Skipped > TimeSpan.FromSeconds(1));
    }

    private static async Task<(SkippingTime Time, RunResult Result)> PlayAsync(string sessionDuration)
    {
        await using var hostile = await HostileTarget.StartAsync(200, "{}");
        var actions = string.Concat(Enumerable.Repeat("      - { type: \"view_pricing\" }\n", 10));
        var profile = ProfileReader.Read("p.yaml", $$"""
            simulation_config: { session_duration: "{{sessionDuration}}" }
            simulations:
              - name: "Tess"
                email: "tess@simulated.propiq.test"
                persona: { role: "tester", target_tier: "free", behavioral_traits: { session_duration_minutes: [10, 10] } }
                actions:
            {{actions}}
            """);
        var time = new SkippingTime(TimeSpan.FromSeconds(170));
        var run = new RunContext(hostile.Target, profile, new RunSettings { Seed = 1, RunId = "t", MaxSpeed = false }, SimulationLog.None, time);
        return (time, await SimulationRun.PlayAsync(run, profile.Users));
    }
}
