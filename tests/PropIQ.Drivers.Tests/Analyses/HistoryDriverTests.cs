using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class HistoryDriverTests : IDisposable
{
    private static readonly Analysis[] Made3 = [.. Enumerable.Range(1, 3).Select(number => Made.Analysis($"a-{number}", $"{number} Elm St") with { CreatedAt = Made.Then.AddMinutes(number) })];
    private static readonly Analysis[] NewestFirst = [.. Made3.Reverse()];
    private readonly MadeUpStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    private HistoryDriver History => stage.History;

    [Fact]
    public async Task A_history_is_read_page_by_page_to_its_end()
    {
        stage.PropIq.Answers("GET /propiq/history?limit=100&offset=100", new History(NewestFirst, 103, 100, false));
        stage.PropIq.Answers("GET /propiq/history?limit=100&offset=0", new History([.. Enumerable.Repeat(Made3[0], 100)], 103, 100, true));

        (await History.ShownAsync(Paula, Cancellation)).Should().HaveCount(103);
    }

    [Fact]
    public async Task A_history_has_an_end()
    {
        stage.PropIq.Answers("GET /propiq/history", new History([.. Enumerable.Repeat(Made3[0], 100)], 100, 100, true));

        await Verdicts.FailsAsync(() => History.ShownAsync(Paula, Cancellation), "Paula's history should have an end, but goes on after 1100 analyses");
    }

    [Fact]
    public async Task It_shows_so_many_different_ones_newest_first()
    {
        await JudgeAsync(NewestFirst, () => History.ShouldShowAsync(Paula, 3, Cancellation));
        await JudgeAsync([Made3[0], Made.Analysis("a-0") with { CreatedAt = Made3[0].CreatedAt }], () => History.ShouldShowAsync(Paula, 2, Cancellation));
        await JudgeAsync(NewestFirst, () => History.ShouldShowAsync(Paula, 2, Cancellation), "Paula's history should show 2 analyses, but shows 3");
        await JudgeAsync([Made3[0], Made3[0]], () => History.ShouldShowAsync(Paula, 2, Cancellation), "Paula's history shows an analysis twice");
        await JudgeAsync(Made3, () => History.ShouldShowAsync(Paula, 3, Cancellation), "Paula's history should be newest first, but is not");
        Analysis[] lastTwoSwapped = [Made3[2], Made3[0], Made3[1]];
        await JudgeAsync(lastTwoSwapped, () => History.ShouldShowAsync(Paula, 3, Cancellation), "Paula's history should be newest first, but is not");
        await JudgeAsync([Made3[0] with { AnalysisId = null }], () => History.ShouldShowAsync(Paula, 1, Cancellation), "PropIQ's answer should give an analysis's id, but does not");
        stage.PropIq.Answers("GET /propiq/history", "{}");
        await Verdicts.FailsAsync(() => History.ShownAsync(Paula, Cancellation), "PropIQ's answer should give the history's items, but does not");
    }

    [Fact]
    public async Task What_cannot_be_reviewed_is_told()
    {
        const string sentence = "To review the history should have worked, but PropIQ refused: No page (invalid_paging, 422)";
        stage.PropIq.Answers("GET /propiq/history", """{"code": "invalid_paging", "detail": "No page"}""", 422);

        await Verdicts.FailsAsync(() => History.ShownAsync(Paula, Cancellation), sentence);
        await Verdicts.FailsAsync(() => History.TotalAsync(Paula, Cancellation), sentence);
        await History.ReviewAsync(Paula, 0, 0, Cancellation);
        Paula.Journal.Last.What.Should().Be("review the history");
    }

    [Fact]
    public async Task What_was_made_is_in_it_once_as_it_was_answered()
    {
        Task Contains() => History.ShouldContainAsync(Paula, Made3, Cancellation);

        await JudgeAsync([.. NewestFirst, Made.Analysis("a-0")], Contains);
        await JudgeAsync(NewestFirst[..2], Contains, "Paula's history should contain the analysis of \"1 Elm St\" once, but does not");
        await JudgeAsync([.. NewestFirst, Made3[1]], Contains, "Paula's history should contain the analysis of \"2 Elm St\" once, but does not");
        const string otherwise = "Paula's history should keep the analysis of \"1 Elm St\" as it was answered, but shows ";
        await JudgeAsync([.. NewestFirst[..2], Made3[0] with { DealScore = null }], Contains, otherwise + "\"1 Elm St\" with a score of ");
        await JudgeAsync([.. NewestFirst[..2], Made3[0] with { Address = "1 Oak St" }], Contains, otherwise + "\"1 Oak St\" with a score of 71");
        await JudgeAsync([.. NewestFirst[..2], Made3[0] with { Summary = "Bad." }], Contains, otherwise + "its summary as Bad. instead of A fine house.");
        await Verdicts.FailsAsync(
            () => History.ShouldContainAsync(Paula, [Made.Analysis(null)], Cancellation), "PropIQ's answer should give the analysis's id, but does not");
    }

    [Fact]
    public async Task Newest_ones_are_given_where_there_are_so_many()
    {
        stage.PropIq.Answers("GET /propiq/history", new History(NewestFirst, 7, 100, false));

        (await History.NewestAsync(Paula, 2, Cancellation)).Select(item => item.AnalysisId).Should().Equal("a-3", "a-2");
        (await History.NewestAsync(Paula, 3, Cancellation)).Should().HaveCount(3);
        await Verdicts.FailsAsync(() => History.NewestAsync(Paula, 4, Cancellation), "Paula's history should show at least 4 analyses, but shows 3");
        (await History.TotalAsync(Paula, Cancellation)).Should().Be(7);
        stage.PropIq.Answers("GET /propiq/history", "{}");
        await Verdicts.FailsAsync(() => History.TotalAsync(Paula, Cancellation), "PropIQ's answer should give how many analyses there are, but does not");
    }

    [Fact]
    public async Task Scores_are_shown_in_their_range()
    {
        Task Scored() => History.ShouldShowScoresAsync(Paula, 2, Cancellation);

        await JudgeAsync([Made3[1] with { DealScore = 0 }, Made3[0] with { DealScore = 100 }], Scored);
        await JudgeAsync([Made3[1] with { DealScore = -1 }, Made3[0]], Scored, "Each analysis in Paula's history should show its score, but some do not");
        await JudgeAsync([Made3[1], Made3[0] with { DealScore = 101 }], Scored, "Each analysis in Paula's history should show its score, but some do not");
        await JudgeAsync([Made3[1], Made3[0] with { DealScore = null }], Scored, "Each analysis in Paula's history should show its score, but some do not");
    }

    [Fact]
    public async Task The_oldest_is_found_again_whether_it_is_shown_or_not()
    {
        await Verdicts.FailsAsync(
            () => History.ShouldOpenOldestAsync(stage.Cast.Find("Otto").Having(Made.Analysis(null)), Cancellation), "PropIQ's answer should give an analysis's id, but does not");
        Paula.Having(Made3);

        stage.PropIq.Answers("GET /propiq/analyses/a-1", Made3[0]);
        await Verdicts.HoldsAsync(() => History.ShouldOpenOldestAsync(Paula, Cancellation));
        stage.PropIq.Answers("GET /propiq/analyses/a-1", Made3[1]);
        await Verdicts.FailsAsync(() => History.ShouldOpenOldestAsync(Paula, Cancellation), "Paula should find \"1 Elm St\" again, but finds \"2 Elm St\"");
    }

    [Fact]
    public async Task A_page_shows_its_places_and_says_how_many_there_are()
    {
        async Task Seen(History page, int from = 2, int to = 3, Analysis[]? all = null)
        {
            stage.PropIq.Answers("GET /propiq/history", page);
            await History.ReviewAsync(Paula, 2, 1, Cancellation);
            stage.PropIq.Answers("GET /propiq/history?limit=100", new History(all ?? NewestFirst, 3, 100, false));
            await History.ShouldHaveSeenPlacesAsync(Paula, from, to, 3, Cancellation);
        }

        var page = new History(NewestFirst[1..], 3, 2, false);
        await Verdicts.HoldsAsync(() => Seen(page));
        await Verdicts.HoldsAsync(() => Seen(page with { Truncated = true }));
        await Verdicts.HoldsAsync(() => Seen(new History(NewestFirst[..2], 3, 2, true), from: 1, to: 2));
        await Verdicts.FailsAsync(() => Seen(page with { Items = Made3[1..] }, all: Made3), "Paula's history should be newest first, but is not");
        await Verdicts.FailsAsync(() => Seen(page with { Items = NewestFirst[..2] }), "Paula should see the analyses from number 2 to 3, but sees 2, or other ones");
        await Verdicts.FailsAsync(() => Seen(page, to: 4), "Paula's history should reach to number 4, but ends at 3");
        await Verdicts.FailsAsync(() => Seen(page with { Total = 4 }), "Paula should read that there are 3 analyses, 2 on a page, but reads 4 and 2");
        await Verdicts.FailsAsync(() => Seen(page with { Limit = 20 }), "Paula should read that there are 3 analyses, 2 on a page, but reads 3 and 20");
        await Verdicts.FailsAsync(
            () => Seen(new History(NewestFirst, 3, 2, true), from: 1), "Paula sees all 3 analyses, but is told that there are more");
    }

    public void Dispose() => stage.Dispose();

    private Task JudgeAsync(Analysis[] shown, Func<Task> check, string? sentence = null)
    {
        stage.PropIq.Answers("GET /propiq/history", new History(shown, shown.Length, 100, false));
        return sentence is null ? Verdicts.HoldsAsync(check) : Verdicts.FailsAsync(check, sentence);
    }
}
