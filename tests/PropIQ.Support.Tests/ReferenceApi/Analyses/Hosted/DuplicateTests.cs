using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

public sealed class DuplicateTests(SandboxFixture sandbox)
{
    private const string Address = "12 Café St, Austin, TX 78701";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_that_come_while_the_first_is_in_flight_are_one()
    {
        using var frank = await PatronAsync(4);
        await frank.HoldAiAsync();
        var first = frank.AnalyzeAsync(Address);
        await frank.AiIsAskedAsync();
        await frank.AdvanceAsync(3);

        // They come well before the AI answers, which it does by itself after a while.
        var others = new[] { " 12 CAFÉ ST, Austin, TX 78701", "12 Cafe\u0301 st, austin, tx 78701" }.Select(frank.AnalyzeAsync).ToArray();

        var answer = (await first).Value!;
        var answers = await Task.WhenAll(others);

        answer.Duplicate.Should().BeFalse();
        answers.Should().OnlyContain(other => other.Value!.Duplicate == true && other.Value.AnalysisId == answer.AnalysisId && other.Value.Address == Address);
        answers.Should().OnlyContain(other => other.Value!.Usage!.Used == 5);
        (await frank.UsageAsync()).Used.Should().Be(5);
    }

    [Fact]
    public async Task A_success_is_remembered_for_less_than_a_second_even_at_the_limit()
    {
        using var frank = await PatronAsync(4);
        var first = (await frank.AnalyzeAsync(Address)).Value!;

        await frank.AdvanceAsync(0.999);
        var repeated = (await frank.AnalyzeAsync(Address)).Value!;
        repeated.Should().BeEquivalentTo(first with { Duplicate = true }, options => options.Excluding(analysis => analysis.Metrics));

        await frank.AdvanceAsync(0.001);
        (await frank.AnalyzeAsync(Address)).ShouldBeRefused(429, "usage_limit_reached");
    }

    [Fact]
    public async Task At_one_second_it_is_a_new_one()
    {
        using var frank = await PatronAsync(0);
        var first = (await frank.AnalyzeAsync(Address)).Value!;
        await frank.AdvanceAsync(1);

        var second = (await frank.AnalyzeAsync(Address)).Value!;

        second.Duplicate.Should().BeFalse();
        second.AnalysisId.Should().NotBe(first.AnalysisId);
        (await frank.UsageAsync()).Used.Should().Be(2);
    }

    [Fact]
    public async Task A_failure_is_shared_by_those_who_waited_and_then_forgotten()
    {
        using var frank = await PatronAsync(4);
        await frank.FailAiAsync(new AiFault(AiFaultKind.Refuses, 500), times: 1);
        await frank.HoldAiAsync();
        var first = frank.AnalyzeAsync(Address);
        await frank.AiIsAskedAsync();
        var second = frank.AnalyzeAsync(Address);

        (await first).ShouldBeRefused(503, "ai_unavailable");
        (await second).ShouldBeRefused(503, "ai_unavailable");
        await frank.HealAiAsync();

        var again = (await frank.AnalyzeAsync(Address)).Value!;
        again.Duplicate.Should().BeFalse();
        (await frank.UsageAsync()).Used.Should().Be(5);
    }

    [Fact]
    public async Task Nobody_gets_another_one_s_analysis()
    {
        using var frank = await PatronAsync(0);
        using var rita = await PatronAsync(0);

        var (his, hers) = (await frank.AnalyzeAsync(Address), await rita.AnalyzeAsync(Address));

        hers.Value!.Duplicate.Should().BeFalse();
        hers.Value.AnalysisId.Should().NotBe(his.Value!.AnalysisId);
    }

    [Fact]
    public async Task Whoever_hangs_up_does_not_take_the_analysis_along()
    {
        using var frank = await PatronAsync(4);
        await frank.HoldAiAsync();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var first = frank.Client.AnalyzeAsync(frank.Token, new PropertyToAnalyze(Address), impatient.Token);
        await frank.AiIsAskedAsync();
        var second = frank.AnalyzeAsync(Address);
        await impatient.CancelAsync();
        await first.ContinueWith(_ => { }, TaskScheduler.Default);
        await frank.HealAiAsync();

        (await second).Value!.Duplicate.Should().BeTrue();
        (await frank.UsageAsync()).Used.Should().Be(5);
        (await frank.Ai.CallsAsync(frank.Id, Cancelled)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_wrong_is_refused_before_it_can_be_a_duplicate()
    {
        using var frank = await PatronAsync(0);
        (await frank.AnalyzeAsync(Address)).Status.Should().Be(200);

        (await frank.PostAsync("/propiq/analyze", $$"""{"address": "{{Address}}", "purchase_price": 0}""")).ShouldBeRefused(422, "invalid_price");
    }

    private async Task<Patron> PatronAsync(int used) => await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost, "free", used);
}
