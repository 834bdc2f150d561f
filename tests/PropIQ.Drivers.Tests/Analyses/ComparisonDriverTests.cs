using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class ComparisonDriverTests : IDisposable
{
    private static readonly Analysis Good = Made.Analysis("a-1", "1 Elm St");
    private static readonly Analysis Fair = Made.Analysis("a-2", "2 Elm St") with { DealScore = 50 };
    private static readonly RankedProperty First = new("a-1", "1 Elm St", 71);
    private static readonly RankedProperty Second = new("a-2", "2 Elm St", 50);
    private readonly MadeUpStage stage = new();
    private readonly ComparisonDriver comparisons;

    public ComparisonDriverTests()
    {
        comparisons = new ComparisonDriver(stage.Asking, stage.History);
        stage.PropIq.Answers("GET /propiq/history", new History([Fair, Good], 2, 100, false));
        stage.PropIq.Answers("POST /propiq/compare", new Comparison([First, Second], "a-1"));
        stage.Paula.Having(Fair, Good);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public async Task The_newest_or_those_of_some_addresses_are_compared()
    {
        await comparisons.CompareNewestAsync(Paula, 2, Cancellation);
        stage.PropIq.Asked[^1].Body.Should().Be("""{"property_ids":["a-2","a-1"]}""");
        Paula.Journal.Last.What.Should().Be("compare properties");
        await comparisons.CompareAddressesAsync(Paula, ["1 Elm St", "9 Oak St"], Cancellation);
        stage.PropIq.Asked[^1].Body.Should().MatchRegex("""^{"property_ids":\["a-1","[0-9a-f-]{36}"\]}$""");
        await Verdicts.FailsAsync(() => comparisons.CompareNewestAsync(Paula, 3, Cancellation), "Paula needs 3 analyses to compare, but has 2");
        stage.PropIq.Answers("GET /propiq/history", new History([Fair, Good with { AnalysisId = null }], 2, 100, false));
        await Verdicts.FailsAsync(() => comparisons.CompareNewestAsync(Paula, 2, Cancellation), "PropIQ's answer should give an analysis's id, but does not");
    }

    [Fact]
    public void A_ranking_goes_from_the_highest_score_down_each_once()
    {
        Verdicts.Holds(() => RankAll(2, "a-1", First, Second));
        Verdicts.Holds(() => RankAll(2, "a-1", First with { DealScore = 0 }, Second with { DealScore = 0 }));
        Verdicts.Fails(() => RankAll(3, "a-1", First, Second), "Paula's ranking should be of 3 properties, but is of 2");
        Verdicts.Fails(() => RankAll(2, "a-1", First, First), "Paula's ranking should be of 2 properties, but is of 1");
        Verdicts.Fails(() => RankAll(1, "a-1", First, First), "Paula's ranking should be of 1 properties, but is of 1");
        Verdicts.Fails(() => RankAll(2, "a-2", Second, First), "Paula's ranking should begin with the best, but goes 50, 71");
        Verdicts.Fails(() => RankAll(3, "a-1", First, Second, Second with { AnalysisId = "a-3", DealScore = 51 }), "Paula's ranking should begin with the best, but goes 71, 50, 51");
        Verdicts.Fails(() => RankAll(2, "a-1", First, Second with { DealScore = -1 }), "Paula's ranking should begin with the best, but goes 71, -1");
        Verdicts.Fails(() => RankAll(2, "a-2", First, Second), "Paula's best property should be the first of the ranking, but is another");
        Verdicts.Fails(
            () => RankAll(2, "a-1", First, Second with { AnalysisId = null }), "PropIQ's answer to compare properties should give the analysis id in the ranking, but does not");
    }

    [Fact]
    public void A_ranking_shows_each_as_it_was_analysed()
    {
        Verdicts.Holds(() => Rank("a-1", First, Second));
        Verdicts.Fails(() => Rank("a-2", Second, First), "Paula's ranking should be 1 Elm St > 2 Elm St, but is 2 Elm St (50) > 1 Elm St (71)");
        Verdicts.Fails(() => Rank("a-2", First, Second), "Paula's best property should be the first of the ranking, but is another");
        const string sentence = "Paula's ranking should show \"1 Elm St\" as it was analysed, but shows the score ";
        Verdicts.Fails(() => Rank("a-1", First with { DealScore = 72 }, Second), sentence + "72 and the id of \"1 Elm St\" with 71");
        Verdicts.Fails(() => Rank("a-2", First with { AnalysisId = "a-2", DealScore = 50 }, Second), sentence + "50 and the id of \"2 Elm St\" with 50");
        Verdicts.Fails(() => Rank("a-9", First with { AnalysisId = "a-9" }, Second), sentence + "71 and the id of \"nothing\" with ");
    }

    public void Dispose() => stage.Dispose();

    private void RankAll(int count, string best, params RankedProperty[] ranking) => comparisons.ShouldRankAll(Compared(best, ranking), count);

    private void Rank(string best, params RankedProperty[] ranking) => comparisons.ShouldRank(Compared(best, ranking), ["1 Elm St", "2 Elm St"]);

    private Actor Compared(string best, RankedProperty[] ranking) => Paula.Having(Made.Worked(new Comparison(ranking, best), "compare properties"));
}
