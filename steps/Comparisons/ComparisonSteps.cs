using System.Globalization;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Comparisons;

/// <summary>Comparing properties.</summary>
[Binding]
public sealed class ComparisonSteps(ComparisonDriver comparisons, AnalysisDriver analyses, AiWitness ai, Cast cast, Lifetime lifetime)
{
    [Given("{person} has analysed, one after the other:")]
    public async Task HasAnalysed(Actor person, DataTable properties)
    {
        foreach (var row in properties.Rows)
        {
            await ai.ScoreAsync(person, decimal.Parse(row["score"], CultureInfo.InvariantCulture), lifetime.Token);
            (await analyses.AnalyzeAsync(person, row["address"], lifetime.Token)).ShouldSucceed();
        }
    }

    [When("{person} compares:")]
    public Task Compares(Actor person, DataTable addresses) =>
        comparisons.CompareAddressesAsync(person, [.. addresses.Rows.Select(row => row["address"])], lifetime.Token);

    [When("{person} compares his/her newest {int} analysis/analyses")]
    public Task ComparesNewest(Actor person, int count) => comparisons.CompareNewestAsync(person, count, lifetime.Token);

    [When("{person} compares his/her oldest analysis with his/her newest")]
    public Task ComparesOldest(Actor person) => comparisons.CompareOldestAsync(person, lifetime.Token);

    [Then("the ranking is:")]
    public void RankingIs(DataTable addresses) => comparisons.ShouldRank(cast.InFocus, [.. addresses.Rows.Select(row => row["address"])]);

    [Then("the ranking is of {int}, best first")]
    public void RankingIsOf(int count) => comparisons.ShouldRankAll(cast.InFocus, count);
}
