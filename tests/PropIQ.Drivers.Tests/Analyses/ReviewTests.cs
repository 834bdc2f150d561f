using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

/// <summary>What a review of the history has shown of what was made.</summary>
public sealed class ReviewTests : IDisposable
{
    private static readonly Analysis One = Made.Analysis("a-1", "1 Elm St");
    private static readonly Analysis Two = Made.Analysis("a-2", "2 Elm St");
    private static readonly History Seen = new([Two, One], 2, 20, false);
    private readonly MadeUpStage stage = new();

    public ReviewTests() => Paula.Having(One, Two).Having(Made.Refused<Analysis>(Made.Problem(503, "ai_unavailable"), "analyse"));

    private Actor Paula => stage.Paula;

    [Fact]
    public void The_newest_are_seen_newest_first_as_they_were_made()
    {
        Newest(Seen);
        Newest(Seen with { Items = [Two with { Summary = null, Metrics = null }, One] });
        Newest(Seen with { Items = [Two], Truncated = true }, 1, true);
        Newest(Seen with { Items = [One, Two] }, sentence: "Paula should see the newest 2 analyses, newest first, but sees 2, or other ones");
        Newest(Seen with { Items = [Two] }, sentence: "Paula should see the newest 2 analyses, newest first, but sees 1, or other ones");
        const string otherwise = "Paula should see \"2 Elm St\" as it was analysed, but sees ";
        Newest(Seen with { Items = [Two with { DealScore = 1 }, One] }, sentence: otherwise + "\"2 Elm St\" with a score of 1");
        Newest(Seen with { Items = [Two with { CreatedAt = Made.Then.AddSeconds(1) }, One] }, sentence: otherwise + "it of 2030-03-15 12:00:01Z instead of 2030-03-15 12:00:00Z");
    }

    [Fact]
    public void A_time_that_was_not_answered_is_not_the_one_that_is_seen()
    {
        Paula.Having(Two with { CreatedAt = null });

        Newest(Seen with { Items = [Two] }, 1, sentence: "Paula should see \"2 Elm St\" as it was analysed, but sees it of 2030-03-15 12:00:00Z instead of ");
    }

    [Fact]
    public void Whether_there_are_more_is_told()
    {
        Newest(Seen with { Truncated = true }, sentence: "Paula should be told that there are no more, but is told that there are");
        Newest(Seen, 2, true, "Paula should be told that there are more, but is told nothing of it");
    }

    [Fact]
    public void All_that_was_made_is_shown_with_the_size_of_a_page()
    {
        Verdicts.Holds(() => stage.History.ShouldHaveBeenShown(Reviewed(Seen)));
        Verdicts.Fails(() => stage.History.ShouldHaveBeenShown(Reviewed(Seen with { Items = [Two] })), "Paula should see a history of 2, but sees 1");
        Verdicts.Fails(() => stage.History.ShouldHaveBeenShown(Reviewed(Seen with { Items = null })), "Paula should see a history of 2, but sees 0");
        Verdicts.Fails(() => stage.History.ShouldHaveBeenShown(Reviewed(Seen with { Total = 3 })), "Paula should see a history of 2, but sees 2");
        const string page = "Paula should read how many analyses a page of the history holds, but reads ";
        Verdicts.Fails(() => stage.History.ShouldHaveBeenShown(Reviewed(Seen with { Limit = 0 })), page + "0");
        Verdicts.Fails(() => stage.History.ShouldHaveBeenShown(Reviewed(Seen with { Limit = null })), page + "nothing of it");
    }

    [Fact]
    public void Beyond_the_end_there_are_none_but_it_is_told_how_many_there_are()
    {
        Verdicts.Holds(() => stage.History.ShouldHaveSeenNone(Reviewed(Seen with { Items = [] })));
        Verdicts.Fails(() => stage.History.ShouldHaveSeenNone(Reviewed(Seen)), "Paula should see no analyses there, but sees 2");
        Verdicts.Fails(() => stage.History.ShouldHaveSeenNone(Reviewed(Seen with { Items = null })), "Paula should see no analyses there, but sees no answer");
        const string elsewhere = "Paula should read how many analyses there are elsewhere, but reads ";
        Verdicts.Fails(() => stage.History.ShouldHaveSeenNone(Reviewed(Seen with { Items = [], Total = 0 })), elsewhere + "0");
        Verdicts.Fails(() => stage.History.ShouldHaveSeenNone(Reviewed(Seen with { Items = [], Total = null })), elsewhere + "nothing");
    }

    public void Dispose() => stage.Dispose();

    private void Newest(History seen, int count = 2, bool more = false, string? sentence = null)
    {
        Reviewed(seen);
        if (sentence is null)
        {
            Verdicts.Holds(() => stage.History.ShouldHaveSeenNewest(Paula, count, more));
        }
        else
        {
            Verdicts.Fails(() => stage.History.ShouldHaveSeenNewest(Paula, count, more), sentence);
        }
    }

    private Actor Reviewed(History seen) => Paula.Having(Made.Worked(seen, "review the history"));
}
