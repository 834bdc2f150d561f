using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Properties;

/// <summary>What an analysis must say of its property: in the answer, when it is opened again, and in the history.</summary>
public sealed class PropertyChecks(Asking asking, AnalysisDriver analyses, HistoryDriver history)
{
    /// <summary>The newest analysis keeps the address exactly so, character by character.</summary>
    public Task ShouldKeepAddressAsync(Actor actor, string address, CancellationToken cancellationToken) => ShouldAllAsync(
        actor, $"be of \"{address}\"", analysis => analysis.Address == address, analysis => $"is of \"{analysis.Address}\"", cancellationToken);

    /// <summary>The newest analysis keeps the address that was asked for, composed (NFC) and trimmed.</summary>
    public Task ShouldKeepAddressAsync(Actor actor, CancellationToken cancellationToken) =>
        ShouldKeepAddressAsync(actor, OddAddresses.AsKept(analyses.AskedBy(actor).Address ?? ""), cancellationToken);

    /// <summary>The newest analysis says how well its place is covered.</summary>
    public Task ShouldCoverAsync(Actor actor, string coverage, CancellationToken cancellationToken) => ShouldAllAsync(
        actor, $"have {coverage} coverage", analysis => analysis.Coverage == coverage, analysis => $"has {analysis.Coverage ?? "no"} coverage", cancellationToken);

    /// <summary>The newest analysis, answered and opened again, says what the AI said.</summary>
    public async Task ShouldSayAsync(Actor actor, string summary, CancellationToken cancellationToken)
    {
        var answered = actor.Journal.LastOf<Analysis>().ShouldSucceed();
        var opened = (await history.OpenAsync(actor, Verdict.Given(answered.AnalysisId, "the analysis's id"), cancellationToken)).ShouldSucceed();
        Verdict.That(
            answered.Summary == summary && opened.Summary == summary, $"{actor}'s analysis should say \"{summary}\", as the AI did, but says \"{answered.Summary}\" and, opened again, \"{opened.Summary}\"");
    }

    /// <summary>The newest analysis has this score, and this word for it.</summary>
    public Task ShouldRateAsync(Actor actor, decimal score, string rating, CancellationToken cancellationToken) => ShouldAllAsync(
        actor,
        $"score {score} and be called {rating}",
        analysis => analysis.DealScore == score && analysis.DealRating == rating,
        analysis => $"scores {analysis.DealScore} and is called {analysis.DealRating}",
        cancellationToken);

    /// <summary>Analyses a house in each of these states, one after the other; tells which of them was not fully covered.</summary>
    public async Task<IReadOnlyList<string>> NotCoveredAsync(Actor actor, IReadOnlyList<string> states, CancellationToken cancellationToken)
    {
        List<string> others = [];
        foreach (var state in states)
        {
            var tried = await asking.TryAsync(
                actor,
                $"analyse a house in {state}",
                client => client.AnalyzeAsync(actor.Token, new PropertyToAnalyze($"1 Main St, Springfield, {state} 01234"), cancellationToken),
                cancellationToken);
            if (tried.Answer.Value?.Coverage != "full")
            {
                others.Add($"{state} ({tried.Outcome})");
            }
        }

        return others;
    }

    private async Task ShouldAllAsync(
        Actor actor, string rule, Func<Analysis, bool> holds, Func<Analysis, string> found, CancellationToken cancellationToken)
    {
        var answered = actor.Journal.Of<Analysis>().Last(attempt => attempt.What.StartsWith("analyse", StringComparison.Ordinal)).ShouldSucceed();
        var id = Verdict.Given(answered.AnalysisId, "the analysis's id");
        var opened = (await history.OpenAsync(actor, id, cancellationToken)).ShouldSucceed();
        var shown = (await history.ShownAsync(actor, cancellationToken)).Where(item => item.AnalysisId == id).ToList();
        Verdict.That(shown.Count < 2, $"{actor}'s history should show the analysis once, but shows it {shown.Count} times");

        // A history may leave out the word for a score, and how well a place is covered (3.11).
        var listed = shown.Select(item => item with { Coverage = item.Coverage ?? answered.Coverage, DealRating = item.DealRating ?? answered.DealRating }).FirstOrDefault();
        foreach (var (where, analysis) in new[] { ("as answered", answered), ("opened again", opened), ("in the history", listed) })
        {
            Verdict.That(analysis is not null, $"{actor}'s analysis should be {where}, but is not");
            Verdict.That(holds(analysis!), $"{actor}'s analysis, {where}, should {rule}, but {found(analysis!)}");
        }
    }
}
