using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Comparing properties that were analysed.</summary>
public sealed class ComparisonDriver(Asking asking, HistoryDriver history)
{
    /// <summary>Tries to compare the newest of what the history shows.</summary>
    public async Task<Attempt<Comparison>> CompareNewestAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var shown = await history.ShownAsync(actor, cancellationToken);
        Verdict.That(shown.Count >= count, $"{actor} needs {count} analyses to compare, but has {shown.Count}");
        return await CompareAsync(actor, [.. shown.Take(count).Select(item => Verdict.Given(item.AnalysisId, "an analysis's id"))], cancellationToken);
    }

    /// <summary>Tries to compare the analyses of these addresses, named in this order; one that was never analysed has an id that nothing has.</summary>
    public async Task<Attempt<Comparison>> CompareAddressesAsync(Actor actor, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var shown = (await history.ShownAsync(actor, cancellationToken)).ToLookup(item => item.Address);
        return await CompareAsync(
            actor, [.. addresses.Select(address => shown[address].FirstOrDefault()?.AnalysisId ?? Guid.NewGuid().ToString())], cancellationToken);
    }

    /// <summary>Tries to compare the oldest analysis that the person made, whether the history shows it or not, with the newest.</summary>
    public Task<Attempt<Comparison>> CompareOldestAsync(Actor actor, CancellationToken cancellationToken)
    {
        var made = actor.Journal.Of<Analysis>();
        return CompareAsync(
            actor, [.. new[] { made[0], made[^1] }.Select(attempt => Verdict.Given(attempt.ShouldSucceed().AnalysisId, "an analysis's id"))], cancellationToken);
    }

    /// <summary>The newest comparison ranks so many, from the highest score down, each once.</summary>
    public void ShouldRankAll(Actor actor, int count)
    {
        var comparison = actor.Journal.LastOf<Comparison>().ShouldBeWhole();
        var ranking = comparison.Ranking!;
        var ids = ranking.Select(place => place.AnalysisId).Distinct().Count();
        Verdict.That(ranking.Count == count && ids == count, $"{actor}'s ranking should be of {count} properties, but is of {ids}");
        Verdict.That(
            ranking.All(place => place.DealScore is >= 0) && ranking.Zip(ranking.Skip(1)).All(pair => pair.First.DealScore >= pair.Second.DealScore),
            $"{actor}'s ranking should begin with the best, but goes {string.Join(", ", ranking.Select(place => place.DealScore))}");
        Verdict.That(comparison.BestId == ranking[0].AnalysisId, $"{actor}'s best property should be the first of the ranking, but is another");
    }

    /// <summary>Tries to compare analyses by their ids.</summary>
    public Task<Attempt<Comparison>> CompareAsync(Actor actor, IReadOnlyList<JsonId> ids, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "compare properties", client => client.CompareAsync(actor.Token, ids, cancellationToken), cancellationToken);

    /// <summary>The newest comparison ranks these addresses in this order, the first as the best.</summary>
    public void ShouldRank(Actor actor, IReadOnlyList<string> addresses)
    {
        var comparison = actor.Journal.LastOf<Comparison>().ShouldBeWhole();
        var ranking = comparison.Ranking!;
        Verdict.That(
            ranking.Select(place => place.Address).SequenceEqual(addresses),
            $"{actor}'s ranking should be {string.Join(" > ", addresses)}, but is {string.Join(" > ", ranking.Select(place => $"{place.Address} ({place.DealScore})"))}");
        var made = actor.Journal.Of<Analysis>().Select(attempt => attempt.Answer.Value).OfType<Analysis>().ToLookup(analysis => analysis.AnalysisId);
        foreach (var place in ranking)
        {
            var analysis = made[place.AnalysisId].FirstOrDefault();
            Verdict.That(
                analysis?.Address == place.Address && analysis?.DealScore == place.DealScore,
                $"{actor}'s ranking should show \"{place.Address}\" as it was analysed, but shows the score {place.DealScore} and the id of \"{analysis?.Address ?? "nothing"}\" with {analysis?.DealScore}");
        }

        Verdict.That(comparison.BestId == ranking[0].AnalysisId, $"{actor}'s best property should be the first of the ranking, but is another");
    }
}
