using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Exporting analyses, and reading what was exported.</summary>
public sealed class ExportDriver(Asking asking)
{
    private static readonly Dictionary<string, ExportOrder> Mistakes = new()
    {
        ["no analyses at all"] = new("csv", Count: 0),
        ["501 analyses"] = new("csv", Count: 501),
        ["501 analyses by name"] = new("csv", AnalysisIds: [.. Enumerable.Range(0, 501).Select(_ => Guid.NewGuid().ToString())]),
        ["a format that nobody knows"] = new("xlsx", Count: 1),
        ["no format"] = new(null, Count: 1),
        ["nothing in particular"] = new("csv"),
        ["an empty list"] = new("csv", AnalysisIds: []),
    };

    private readonly Dictionary<Actor, string> formats = [];

    /// <summary>Exports the newest analyses.</summary>
    public Task<Attempt<ExportedFile>> ExportAsync(Actor actor, string format, int count, CancellationToken cancellationToken) =>
        ExportAsync(actor, new ExportOrder(format, Count: count), cancellationToken);

    /// <summary>Exports what is ordered.</summary>
    public Task<Attempt<ExportedFile>> ExportAsync(Actor actor, ExportOrder order, CancellationToken cancellationToken)
    {
        formats[actor] = order.Format ?? "";
        return asking.TryAsync(actor, $"export as {order.Format}", client => client.ExportAsync(actor.Token, order, cancellationToken), cancellationToken);
    }

    /// <summary>Exports the analyses of these addresses, by their ids.</summary>
    public Task<Attempt<ExportedFile>> ExportTheseAsync(Actor actor, string format, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        var made = actor.Journal.Of<Analysis>().Select(attempt => attempt.ShouldSucceed()).Where(analysis => addresses.Contains(analysis.Address));
        JsonId[] ids = [.. made.Select(analysis => Verdict.Given(analysis.AnalysisId, "an analysis's id"))];
        return ids.Length == addresses.Count
            ? ExportAsync(actor, new ExportOrder(format, AnalysisIds: ids), cancellationToken)
            : throw new InvalidOperationException($"{actor} has analysed {ids.Length} of these {addresses.Count} addresses: a When is missing.");
    }

    /// <summary>Exports an analysis that there is not, together with all that the person made.</summary>
    public Task<Attempt<ExportedFile>> ExportUnknownAsync(Actor actor, CancellationToken cancellationToken)
    {
        var known = actor.Journal.Of<Analysis>().Select(attempt => Verdict.Given(attempt.ShouldSucceed().AnalysisId, "an analysis's id"));
        return ExportAsync(actor, new ExportOrder("csv", AnalysisIds: [.. known, Guid.NewGuid().ToString()]), cancellationToken);
    }

    /// <summary>Orders an export amiss.</summary>
    public Task<Attempt<ExportedFile>> ExportAmissAsync(Actor actor, string mistake, CancellationToken cancellationToken) =>
        ExportAsync(actor, Mistakes[mistake], cancellationToken);

    /// <summary>The newest export is one file of that many analyses, and its content agrees; gives it.</summary>
    public ExportedFile ShouldHold(Actor actor, int count)
    {
        var file = actor.Journal.LastOf<ExportedFile>().ShouldBeWhole();
        var format = formats[actor];
        Verdict.That(!ExportText.IsOfAnother(format, file), $"{actor}'s export should be called {format}, but is called {file.FileName}, {file.ContentType}");
        Verdict.That(file.ExportedCount == count, $"{actor}'s export should say that it holds {count} analyses, but says {file.ExportedCount}");
        var held = ExportText.Count(format, file);
        Verdict.That(held == count, $"{actor}'s exported file should hold {count} analyses, but holds {held}");
        return file;
    }

    /// <summary>The newest export (CSV or JSON) has each of these texts, as they are; what would start a formula may be led in by something.</summary>
    private void ShouldName(Actor actor, IEnumerable<string> addresses)
    {
        var file = actor.Journal.LastOf<ExportedFile>().ShouldSucceed();
        var cells = ExportText.Cells(formats[actor], file);
        foreach (var address in addresses)
        {
            Verdict.That(
                cells.Any(cell => cell == address || (ExportText.StartsFormula(address) && cell.EndsWith(address, StringComparison.Ordinal))),
                $"{actor}'s export should contain \"{address}\", but does not");
        }
    }

    /// <summary>The newest export (CSV or JSON) has the analysis that the person made of this address, as it was made.</summary>
    public void ShouldHoldAsMade(Actor actor, string address) =>
        ShouldHoldAsMade(actor, [.. actor.Journal.Of<Analysis>().Select(attempt => attempt.ShouldSucceed()).Where(analysis => analysis.Address == address)], [address]);

    /// <summary>The newest export (CSV or JSON) has each of these analyses, and whatever it says of them is as it was made.</summary>
    public void ShouldHoldAsMade(Actor actor, IReadOnlyCollection<Analysis> analyses) =>
        ShouldHoldAsMade(actor, analyses, [.. analyses.Select(analysis => Verdict.Given(analysis.Address, "an address"))]);

    private void ShouldHoldAsMade(Actor actor, IReadOnlyCollection<Analysis> analyses, IReadOnlyCollection<string> addresses)
    {
        ShouldName(actor, addresses);
        var held = ExportText.Analyses(formats[actor], actor.Journal.LastOf<ExportedFile>().ShouldSucceed()).ToLookup(item => item.Address);
        foreach (var analysis in analyses)
        {
            // One address may have been analysed several times.
            var differences = held[analysis.Address].Select(item => Likeness.Difference(item, analysis)).ToList();
            Verdict.That(
                differences.Count == 0 || differences.Contains(null),
                $"{actor}'s export should have the analysis of \"{analysis.Address}\" as it was made, but has {differences.FirstOrDefault()}");
        }
    }

    /// <summary>No cell of the newest export (CSV) starts a formula when a spreadsheet opens it (clause 3.13).</summary>
    public void ShouldOpenSafely(Actor actor)
    {
        var file = actor.Journal.LastOf<ExportedFile>().ShouldSucceed();
        var cells = ExportText.Cells(formats[actor], file);
        Verdict.That(cells.Count > 0, $"{actor}'s export should have cells, but is empty");
        var formula = cells.FirstOrDefault(cell => ExportText.StartsFormula(cell) && !decimal.TryParse(cell, out _));
        Verdict.That(formula is null, $"a spreadsheet would run \"{formula}\" in {actor}'s export as a formula");
    }
}
