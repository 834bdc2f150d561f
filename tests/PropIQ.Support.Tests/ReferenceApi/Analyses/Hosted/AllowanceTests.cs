using FluentAssertions;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

public sealed class AllowanceTests(SandboxFixture sandbox)
{
    private static readonly DateTimeOffset EndOfMarch = new(2031, 3, 31, 23, 59, 59, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_at_once_with_three_left_are_three()
    {
        using var paula = await PatronAsync("pro", 57);
        await paula.HoldAiAsync(calls: 3);

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => paula.AnalyzeAsync($"{number} Burst St, Austin, TX 78701")));

        answers.Count(answer => answer.Succeeded).Should().Be(3);
        answers.Where(answer => !answer.Succeeded).Should().OnlyContain(answer => answer.Problem!.Code == "usage_limit_reached");
        answers.Where(answer => answer.Succeeded).Select(answer => answer.Value!.Warning)
            .Should().BeEquivalentTo("58 of 60 analyses used this month", "59 of 60 analyses used this month", "60 of 60 analyses used this month");
        (await paula.Ai.PeakOverlapAsync(paula.Id, Cancelled)).Should().Be(3);
        (await paula.UsageAsync()).Used.Should().Be(60);
        (await paula.HistoryAsync()).Total.Should().Be(60);
    }

    [Fact]
    public async Task A_failure_in_a_burst_is_not_counted_and_leaves_its_place()
    {
        using var paula = await PatronAsync("pro", 57);
        await paula.FailAiAsync(new AiFault(AiFaultKind.Refuses, 500), times: 1);
        await paula.HoldAiAsync(calls: 3);

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => paula.AnalyzeAsync($"{number} Burst St, Austin, TX 78701")));

        answers.Count(answer => answer.Status == 503).Should().Be(1);
        var succeeded = answers.Count(answer => answer.Succeeded);
        (await paula.UsageAsync()).Used.Should().Be(57 + succeeded);
        (await paula.HistoryAsync()).Total.Should().Be(57 + succeeded);
        succeeded.Should().BeInRange(2, 3);

        while (succeeded++ < 3)
        {
            (await paula.AnalyzeAsync($"{succeeded} Later St, Austin, TX 78701")).Status.Should().Be(200);
        }

        (await paula.AnalyzeAsync("Too many St, Austin, TX 78701")).ShouldBeRefused(429, "usage_limit_reached", "Usage limit reached");
    }

    [Fact]
    public async Task At_the_limit_the_answer_says_where_to_go_from_here()
    {
        using var frank = await PatronAsync("free", 4);
        var fifth = await frank.AnalyzeAsync("5 Last St, Austin, TX 78701");
        fifth.Value!.Warning.Should().Be("5 of 5 free analyses used");
        fifth.Value.Usage.Should().BeEquivalentTo(new { Used = 5, Limit = 5, Remaining = 0, ResetsAt = new DateTimeOffset(2031, 4, 1, 0, 0, 0, TimeSpan.Zero) });

        var sixth = await frank.AnalyzeAsync("6 Last St, Austin, TX 78701");

        sixth.ShouldBeRefused(429, "usage_limit_reached", "Free tier limit reached. Upgrade to continue.");
        sixth.Problem!.Members["upgrade_to"].GetString().Should().Be("starter");
        sixth.Problem.Members["usage"].GetProperty("remaining").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Elite_has_nowhere_to_go()
    {
        using var paula = await PatronAsync("elite", 100);

        (await paula.AnalyzeAsync("1 A St, Austin, TX 78701")).Problem!.Members["upgrade_to"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_new_month_starts_at_0_and_an_old_one_never_again()
    {
        using var frank = await PatronAsync("free", 5, EndOfMarch);
        (await frank.UsageAsync()).Used.Should().Be(5);

        await frank.AdvanceAsync(1);

        (await frank.UsageAsync()).Should().BeEquivalentTo(new { Used = 0, Remaining = 5 });
    }

    [Fact]
    public async Task What_was_asked_for_in_March_does_not_count_in_April()
    {
        using var frank = await PatronAsync("free", 4, EndOfMarch);
        await frank.HoldAiAsync(calls: 2, seconds: 1.9);
        var march = frank.AnalyzeAsync("1 March St, Austin, TX 78701");
        await frank.AiIsAskedAsync();
        await frank.AdvanceAsync(1);

        var april = await frank.AnalyzeAsync("1 April St, Austin, TX 78701");

        (await march).Status.Should().Be(200);
        april.Value!.Usage!.Used.Should().Be(1);
        (await frank.UsageAsync()).Used.Should().Be(1);
        (await frank.HistoryAsync()).Items!.Take(2).Select(item => item.Address)
            .Should().Equal("1 April St, Austin, TX 78701", "1 March St, Austin, TX 78701");
    }

    private async Task<Patron> PatronAsync(string tier, int used, DateTimeOffset? at = null) =>
        await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost, tier, used, at: at);
}
