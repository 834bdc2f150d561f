using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Looking back over one's analyses.</summary>
public sealed class HistoryDriver(Asking asking)
{
    private const int LargestPage = 100;
    private const int UsualPage = 20;

    // More than anybody has in a scenario.
    private const int Longest = 1_000;

    private readonly Dictionary<Actor, int> pages = [];

    /// <summary>Tries to look at a page of the history.</summary>
    public Task<Attempt<History>> ReviewAsync(Actor actor, int? limit, int? offset, CancellationToken cancellationToken)
    {
        pages[actor] = limit ?? UsualPage;
        return asking.TryAsync(actor, "review the history", client => client.GetHistoryAsync(actor.Token, limit, offset, cancellationToken), cancellationToken);
    }

    /// <summary>Tries to open one analysis by its id.</summary>
    public Task<Attempt<Analysis>> OpenAsync(Actor actor, JsonId id, CancellationToken cancellationToken) =>
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
            Verdict.That(shown.Count <= Longest, $"{actor}'s history should have an end, but goes on after {shown.Count} analyses");
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
        Verdict.That(shown.Select(item => Verdict.Given(item.AnalysisId, "an analysis's id")).Distinct().Count() == count, $"{actor}'s history shows an analysis twice");
        ShouldBeNewestFirst(actor, shown);
        return shown;
    }

    /// <summary>The history contains these analyses, as they were answered.</summary>
    public async Task ShouldContainAsync(Actor actor, IReadOnlyCollection<Analysis> analyses, CancellationToken cancellationToken)
    {
        var shown = (await ShownAsync(actor, cancellationToken)).ToLookup(item => item.AnalysisId);
        foreach (var analysis in analyses)
        {
            var kept = shown[Verdict.Given(analysis.AnalysisId, "the analysis's id")].FirstOrDefault();
            Verdict.That(shown[analysis.AnalysisId].Count() == 1, $"{actor}'s history should contain the analysis of \"{analysis.Address}\" once, but does not");
            var difference = Difference(kept!, analysis);
            Verdict.That(difference is null, $"{actor}'s history should keep the analysis of \"{analysis.Address}\" as it was answered, but shows {difference}");
        }
    }

    /// <summary>The newest analyses, newest first; there have to be so many.</summary>
    public async Task<IReadOnlyList<Analysis>> NewestAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(actor, cancellationToken);
        Verdict.That(shown.Count >= count, $"{actor}'s history should show at least {count} analyses, but shows {shown.Count}");
        return [.. shown.Take(count)];
    }

    /// <summary>The newest review showed the newest analyses that this person made, newest first, and said whether there are more.</summary>
    public void ShouldHaveSeenNewest(Actor actor, int count, bool more)
    {
        var seen = actor.Journal.LastOf<History>().ShouldBeWhole();
        var newest = actor.Journal.Of<Analysis>().Where(attempt => attempt.Succeeded).Select(attempt => attempt.Answer.Value!).Reverse().Take(count).ToList();
        Verdict.That(
            seen.Items!.Select(item => item.AnalysisId).SequenceEqual(newest.Select(made => made.AnalysisId)),
            $"{actor} should see the newest {count} analyses, newest first, but sees {seen.Items!.Count}, or other ones");
        foreach (var (item, made) in seen.Items.Zip(newest))
        {
            var difference = item.IsMadeWith(made) ? Difference(item, made) : $"it of {item.CreatedAt:u} instead of {made.CreatedAt:u}";
            Verdict.That(difference is null, $"{actor} should see \"{made.Address}\" as it was analysed, but sees {difference}");
        }

        Verdict.That(seen.Truncated == more, $"{actor} should be told that there are {(more ? "" : "no ")}more, but is told {(seen.Truncated == true ? "that there are" : "nothing of it")}");
    }

    private static void ShouldBeNewestFirst(Actor actor, IReadOnlyList<Analysis> shown) => Verdict.That(
        shown.Zip(shown.Skip(1)).All(pair => pair.First.CreatedAt >= pair.Second.CreatedAt), $"{actor}'s history should be newest first, but is not");

    // A history may show little of an analysis, but its address and score as they were answered.
    private static string? Difference(Analysis shown, Analysis made) => (shown.Address, shown.DealScore) == (made.Address, made.DealScore)
        ? Likeness.Difference(shown, made)
        : $"\"{shown.Address}\" with a score of {shown.DealScore}";

    /// <summary>The newest review worked and showed what this person made.</summary>
    public void ShouldHaveBeenShown(Actor actor)
    {
        var seen = actor.Journal.LastOf<History>().ShouldSucceed();
        var made = actor.Journal.Of<Analysis>().Count(attempt => attempt.Succeeded);
        Verdict.That(seen.Items?.Count == made && seen.Total == made, $"{actor} should see a history of {made}, but sees {seen.Items?.Count ?? 0}");
        Verdict.That(seen.Limit > 0, $"{actor} should read how many analyses a page of the history holds, but reads {seen.Limit?.ToString() ?? "nothing of it"}");
    }

    /// <summary>Opens the oldest analysis that this person made, which has to work whether it is shown or not.</summary>
    public async Task ShouldOpenOldestAsync(Actor actor, CancellationToken cancellationToken)
    {
        var oldest = actor.Journal.Of<Analysis>()[0].ShouldSucceed();
        var opened = (await OpenAsync(actor, Verdict.Given(oldest.AnalysisId, "an analysis's id"), cancellationToken)).ShouldSucceed();
        Verdict.That(opened.Address == oldest.Address, $"{actor} should find \"{oldest.Address}\" again, but finds \"{opened.Address}\"");
    }

    /// <summary>All of the history, so many, each with the score that it was given.</summary>
    public async Task ShouldShowScoresAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var shown = await ShouldShowAsync(actor, count, cancellationToken);
        Verdict.That(shown.All(item => item.DealScore is >= 0 and <= 100), $"each analysis in {actor}'s history should show its score, but some do not");
    }

    /// <summary>The newest review showed these analyses, by their places in the history (1 is the newest), and said how many there are.</summary>
    public async Task ShouldHaveSeenPlacesAsync(Actor actor, int from, int to, int total, CancellationToken cancellationToken)
    {
        var seen = actor.Journal.LastOf<History>().ShouldBeWhole();
        var all = await ShownAsync(actor, cancellationToken);
        ShouldBeNewestFirst(actor, all);
        var meant = all.Skip(from - 1).Take(to - from + 1).Select(item => item.AnalysisId).ToList();
        Verdict.That(meant.Count == to - from + 1, $"{actor}'s history should reach to number {to}, but ends at {all.Count}");
        Verdict.That(
            seen.Items?.Select(item => item.AnalysisId).SequenceEqual(meant) == true,
            $"{actor} should see the analyses from number {from} to {to}, but sees {seen.Items?.Count ?? 0}, or other ones");
        Verdict.That(
            seen.Total == total && seen.Limit == pages[actor],
            $"{actor} should read that there are {total} analyses, {pages[actor]} on a page, but reads {seen.Total} and {seen.Limit}");

        // What a further page shows may or may not be called truncated; what there is not, not.
        Verdict.That(seen.Truncated == false || to - from + 1 < total, $"{actor} sees all {total} analyses, but is told that there are more");
    }

    /// <summary>The newest review worked and showed nothing.</summary>
    public void ShouldHaveSeenNone(Actor actor)
    {
        var seen = actor.Journal.LastOf<History>().ShouldSucceed();
        Verdict.That(seen.Items?.Count == 0, $"{actor} should see no analyses there, but sees {seen.Items?.Count.ToString() ?? "no answer"}");
        Verdict.That(seen.Total > 0, $"{actor} should read how many analyses there are elsewhere, but reads {seen.Total?.ToString() ?? "nothing"}");
    }
}
