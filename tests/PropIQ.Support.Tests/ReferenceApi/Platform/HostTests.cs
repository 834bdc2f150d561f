using System.Diagnostics;
using FluentAssertions;
using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>A whole host: its database taken away, killed in the middle, started again.</summary>
public sealed class HostTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ProxyMode.Stall, 504, "database_timeout")]
    [InlineData(ProxyMode.Refuse, 503, "database_unavailable")]
    [InlineData(ProxyMode.DropAll, 503, "database_unavailable")]
    public async Task Without_its_database_it_says_so_in_time_and_is_well_again_afterwards(ProxyMode fault, int status, string code)
    {
        await using var host = await StartAsync();
        using var visitor = await Visitor.ArriveAsync(host);

        host.Links.Database.Switch(fault);
        var started = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => visitor.Client.GetProfileAsync(visitor.Token, Cancellation)));
        var took = Stopwatch.GetElapsedTime(started);
        host.Links.Database.Switch(ProxyMode.Forward);

        answers.Should().OnlyContain(answer => answer.Status == status && answer.Problem!.Code == code);
        took.Should().BeLessThan(3 * host.Environment.DatabaseTimeout, "they wait beside each other");
        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
    }

    [Fact]
    public async Task Health_tells_an_essential_failure_from_the_others()
    {
        await using var host = await StartAsync();
        using var visitor = Visitor.Stranger(host);

        host.Links.Stripe.Switch(ProxyMode.Refuse);
        (await visitor.Client.GetHealthAsync(Cancellation).Succeeds()).Status.Should().Be("degraded");
        host.Links.Database.Switch(ProxyMode.Refuse);

        await visitor.Client.GetServiceHealthAsync(Cancellation).IsRefused(503, "database_unavailable");
    }

    [Fact]
    public async Task Stopping_and_starting_wait_for_nothing_and_sessions_and_clocks_outlive_them()
    {
        await using var host = await StartAsync();
        using var visitor = await Visitor.ArriveAsync(host);
        var clock = await visitor.Testing.SetClockAsync(visitor.Email, new(AdvanceSeconds: 600, Freeze: true), Cancellation).Succeeds();

        var started = Stopwatch.GetTimestamp();
        await host.RestartAsync(Cancellation);
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(20));

        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
        var after = await visitor.Testing.SetClockAsync(visitor.Email, new(), Cancellation).Succeeds();
        after.Should().Be(clock);
    }

    [Fact]
    public async Task A_killed_host_leaves_nothing_behind_that_keeps_the_next_from_working()
    {
        await using var host = await StartAsync();
        using var visitor = await Visitor.ArriveAsync(host);
        await visitor.Testing.StallAsync(visitor.Email, 30, Cancellation).Succeeds(204);
        var inFlight = visitor.Client.LogInAsync(visitor.Email, Visitor.Password, Cancellation);

        await host.KillAsync(Cancellation);
        await host.RestartAsync(Cancellation);

        (await inFlight).Status.Should().Be(0, "a crash answers nobody");
        await visitor.LogInAsync();
    }

    private async Task<PropIqHost> StartAsync() => await (await sandbox.WorldAsync()).StartOwnHostAsync(HostTweaks.None, Cancellation);
}
