using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Looking back over one's analyses.</summary>
public sealed class HistoryDriver(Asking asking)
{
    private const int LargestPage = 100;

    /// <summary>Tries to look at a page of the history.</summary>
    public Task<Attempt<History>> ReviewAsync(Actor actor, int? limit, int? offset, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "review the history", client => client.GetHistoryAsync(actor.Token, limit, offset, cancellationToken), cancellationToken);

    /// <summary>Tries to open one analysis by its id.</summary>
    public Task<Attempt<Analysis>> OpenAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "open an analysis", client => client.GetAnalysisAsync(actor.Token, id, cancellationToken), cancellationToken);

    /// <summary>All that the history shows, newest first, page by page.</summary>
    public async Task<IReadOnlyList<Analysis>> ShownAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<Analysis> shown = [];
        while (true)
        {
            var offset = shown.Count;
            var page = await asking.LookAsync(
                actor, "review the history", client => client.GetHistoryAsync(actor.Token, LargestPage, offset, cancellationToken), cancellationToken);
            var items = Verdict.Given(page.Items, "the history's items");
            shown.AddRange(items);
            if (items.Count < LargestPage)
            {
                return shown;
            }
        }
    }

    /// <summary>How many analyses PropIQ says it keeps, shown or not.</summary>
    public async Task<int> TotalAsync(Actor actor, CancellationToken cancellationToken)
    {
        var page = await asking.LookAsync(
            actor, "review the history", client => client.GetHistoryAsync(actor.Token, 1, 0, cancellationToken), cancellationToken);
        return Verdict.Given(page.Total, "how many analyses there are");
    }

    /// <summary>The history shows exactly so many, all different, newest first.</summary>
    public async Task<IReadOnlyList<Analysis>> ShouldShowAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(actor, cancellationToken);
        Verdict.That(shown.Count == count, $"{actor}'s history should show {count} analyses, but shows {shown.Count}");
        Verdict.That(shown.Select(item => item.AnalysisId).Distinct().Count() == count, $"{actor}'s history shows an analysis twice");
        Verdict.That(
            shown.Zip(shown.Skip(1)).All(pair => pair.First.CreatedAt >= pair.Second.CreatedAt),
            $"{actor}'s history should be newest first, but is not");
        return shown;
    }

    /// <summary>The history contains these analyses, as they were answered.</summary>
    public async Task ShouldContainAsync(Actor actor, IReadOnlyCollection<Analysis> analyses, CancellationToken cancellationToken)
    {
        var shown = (await ShownAsync(actor, cancellationToken)).ToLookup(item => item.AnalysisId);
        foreach (var analysis in analyses)
        {
            var kept = shown[analysis.AnalysisId].SingleOrDefault();
            Verdict.That(kept is not null, $"{actor}'s history should contain the analysis of \"{analysis.Address}\" once, but does not");
            Verdict.That(
                kept!.Address == analysis.Address && kept.DealScore == analysis.DealScore,
                $"{actor}'s history should keep the analysis of \"{analysis.Address}\" as it was answered, but shows \"{kept.Address}\" with a score of {kept.DealScore}");
        }
    }
}
