using FluentAssertions;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

public sealed class AiFaultTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AiFaultKind.Refuses, 400)]
    [InlineData(AiFaultKind.Refuses, 429)]
    [InlineData(AiFaultKind.Refuses, 500)]
    [InlineData(AiFaultKind.DropsConnection, null)]
    [InlineData(AiFaultKind.Truncates, null)]
    [InlineData(AiFaultKind.TalksNonsense, null)]
    [InlineData(AiFaultKind.ForgetsTheScore, null)]
    [InlineData(AiFaultKind.ScoresOutOfRange, null)]
    [InlineData(AiFaultKind.IsSlow, null)]
    public async Task A_failing_AI_costs_nothing_and_is_asked_once(AiFaultKind kind, int? status)
    {
        using var frank = await PatronAsync("free", 4);

        // Far beyond what PropIQ waits here (4 s), so that the two never race.
        await frank.FailAiAsync(new AiFault(kind, status, TimeSpan.FromSeconds(30)));

        var refused = await frank.AnalyzeAsync("1 Faint St, Austin, TX 78701");

        refused.ShouldBeRefused(503, "ai_unavailable", "The analysis service is not available at the moment. Please try again.");
        refused.Problem!.RetryAfter.Should().BePositive();
        (await frank.UsageAsync()).Used.Should().Be(4);
        (await frank.HistoryAsync()).Total.Should().Be(4);

        await frank.HealAiAsync();
        var again = await frank.AnalyzeAsync("1 Faint St, Austin, TX 78701");
        again.Status.Should().Be(200);
        again.Value!.Duplicate.Should().BeFalse();
        (await frank.Ai.CallsAsync(frank.Id, Cancelled)).Count.Should().BeLessThanOrEqualTo(2);
    }

    private async Task<Patron> PatronAsync(string tier, int used) => await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost, tier, used);
}
