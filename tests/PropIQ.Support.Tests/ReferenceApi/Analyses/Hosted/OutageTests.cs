using FluentAssertions;
using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

public sealed class OutageTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stalled_database_costs_nothing()
    {
        using var frank = await PatronAsync("free", 4);
        await frank.HoldAiAsync();
        var analysis = frank.AnalyzeAsync("1 Stalled St, Austin, TX 78701");
        await frank.AiIsAskedAsync();
        await frank.StallAsync(20);
        await frank.HealAiAsync();

        (await analysis).ShouldBeRefused(504, "database_timeout");
        await frank.ReleaseAsync();

        (await frank.UsageAsync()).Used.Should().Be(4);
        (await frank.AnalyzeAsync("2 Stalled St, Austin, TX 78701")).Status.Should().Be(200);
        (await frank.HistoryAsync()).Total.Should().Be(5);
    }

    [Fact]
    public async Task A_database_that_goes_away_while_the_AI_works_costs_nothing()
    {
        await using var host = await OwnHostAsync();
        using var frank = await Patron.OfAsync(host, "free", 4);
        await frank.HoldAiAsync();
        var analysis = frank.AnalyzeAsync("1 Lost St, Austin, TX 78701");
        await frank.AiIsAskedAsync();
        host.Links.Database.Switch(ProxyMode.Refuse);
        await frank.HealAiAsync();

        (await analysis).ShouldBeRefused(503, "database_unavailable");
        host.Links.Restore();

        (await frank.UsageAsync()).Used.Should().Be(4);
        (await frank.AnalyzeAsync("2 Lost St, Austin, TX 78701")).Status.Should().Be(200);
        (await frank.AnalyzeAsync("3 Lost St, Austin, TX 78701")).Status.Should().Be(429);
    }

    [Fact]
    public async Task A_crash_while_the_AI_works_costs_nothing()
    {
        await using var host = await OwnHostAsync();
        using var frank = await Patron.OfAsync(host, "free", 4);
        await frank.HoldAiAsync();
        var analysis = frank.AnalyzeAsync("1 Crash St, Austin, TX 78701");
        await frank.AiIsAskedAsync();

        await host.KillAsync(Cancelled);
        await frank.HealAiAsync();
        (await analysis).Succeeded.Should().BeFalse();
        await host.RestartAsync(Cancelled);

        (await frank.UsageAsync()).Used.Should().Be(4);
        (await frank.HistoryAsync()).Total.Should().Be(4);
        (await frank.AnalyzeAsync("1 Crash St, Austin, TX 78701")).Status.Should().Be(200);
        (await frank.UsageAsync()).Used.Should().Be(5);
    }

    private async Task<Patron> PatronAsync(string tier, int used) => await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost, tier, used);

    private async Task<PropIqHost> OwnHostAsync() => await (await sandbox.WorldAsync()).StartOwnHostAsync(HostTweaks.None, Cancelled);
}
