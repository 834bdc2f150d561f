using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Comparing properties that were analysed.</summary>
public sealed class ComparisonDriver(Asking asking)
{
    /// <summary>Tries to compare analyses by their ids.</summary>
    public Task<Attempt<Comparison>> CompareAsync(Actor actor, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "compare properties", client => client.CompareAsync(actor.Token, ids, cancellationToken), cancellationToken);

    /// <summary>The newest comparison ranks these addresses in this order, the first as the best.</summary>
    public void ShouldRank(Actor actor, IReadOnlyList<string> addresses)
    {
        var comparison = actor.Journal.LastOf<Comparison>().ShouldSucceed();
        var ranking = Verdict.Given(comparison.Ranking, "a ranking");
        Verdict.That(
            ranking.Select(place => place.Address).SequenceEqual(addresses),
            $"{actor}'s ranking should be {string.Join(" > ", addresses)}, but is {string.Join(" > ", ranking.Select(place => $"{place.Address} ({place.DealScore})"))}");
        Verdict.That(comparison.BestId == ranking[0].AnalysisId, $"{actor}'s best property should be the first of the ranking, but is another");
    }
}
