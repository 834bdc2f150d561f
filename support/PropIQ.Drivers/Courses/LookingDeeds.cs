using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;

namespace PropIQ.Drivers.Courses;

/// <summary>Looking back on analyses in a course of events: history, comparisons, exports (contract, 3.11 to 3.14).</summary>
public sealed class LookingDeeds(HistoryDriver history, ComparisonDriver comparison, ExportDriver exports)
{
    private const int MostCompared = 5;
    private static readonly string[] Formats = ["csv", "json", "pdf"];

    internal IReadOnlyList<Deed> All =>
    [
        new("a page of the history is looked at", 4, _ => true, LookAsync),
        new("an analysis is opened, shown or not", 2, books => books.Made.Count > 0, OpenAsync),
        new("analyses are compared", 2, books => books.Made.Count > 1, CompareAsync),
        new("the newest analyses are exported", 2, books => books.Made.Count > 0, ExportNewestAsync),
        new("some analyses are exported", 2, books => books.Made.Count > 0, ExportSomeAsync),
    ];

    /// <summary>All that is shown is what was made, newest first.</summary>
    internal async Task ShouldShowAllAsync(Course course, CancellationToken cancellationToken)
    {
        var shown = await history.ShownAsync(course.Actor, cancellationToken);
        ShouldBe(course.Books.Shown, shown);
    }

    private async Task LookAsync(Course course, CancellationToken cancellationToken)
    {
        var (books, limit, offset) = (course.Books, 1 + course.Number(12), course.Number(course.Books.Made.Count + 1));
        var page = (await history.ReviewAsync(course.Actor, limit, offset, cancellationToken)).ShouldBeWhole();
        ShouldBe([.. books.Shown.Skip(offset).Take(limit)], page.Items!);
        var hidden = books.Made.Count - books.Shown.Count;
        Verdict.That(page.Limit == limit, $"a page of {limit} should be said to hold so many, but is to hold {page.Limit}");
        Verdict.That(hidden > 0 || page.Total == books.Made.Count, $"the history should be of {books.Made.Count}, but is said to be of {page.Total}");
        Verdict.That(hidden == 0 || page.Truncated == true, $"the history should be said to be cut, with {hidden} hidden, but is not");
    }

    private static void ShouldBe(IReadOnlyList<Analysis> made, IReadOnlyList<Analysis> shown)
    {
        Verdict.That(
            shown.Select(item => item.AnalysisId).SequenceEqual(made.Select(item => item.AnalysisId)),
            $"the history should show {Named(made)}, but shows {Named(shown)}");
        var difference = shown.Zip(made, Likeness.Difference).OfType<string>().FirstOrDefault();
        Verdict.That(difference is null, $"the history should show analyses as they were made, but shows {difference}");
    }

    private static string Named(IReadOnlyList<Analysis> analyses) => analyses.Count == 0 ? "nothing" : string.Join(", ", analyses.Select(item => item.Address));

    private async Task OpenAsync(Course course, CancellationToken cancellationToken)
    {
        var made = course.OneOf(course.Books.Made);
        var difference = Likeness.Difference((await history.OpenAsync(course.Actor, made.AnalysisId!, cancellationToken)).ShouldBeWholeAsKept(), made);
        Verdict.That(difference is null, $"the analysis of \"{made.Address}\" should be kept as it was made, but is with {difference}");
    }

    private async Task CompareAsync(Course course, CancellationToken cancellationToken)
    {
        var made = course.Some(course.Books.Made, Math.Min(course.Books.Made.Count, 2 + course.Number(MostCompared - 1)));
        var ranking = (await comparison.CompareAsync(course.Actor, [.. made.Select(item => item.AnalysisId!)], cancellationToken)).ShouldBeWhole();
        comparison.ShouldRankAll(course.Actor, made.Count);
        foreach (var place in ranking.Ranking!)
        {
            Verdict.That(
                made.Any(item => (item.AnalysisId, item.Address, item.DealScore) == (place.AnalysisId, place.Address, place.DealScore)),
                $"each place should be of an analysis that was to be compared, as it was made, but one is of \"{place.Address}\" with {place.DealScore}");
        }
    }

    private Task ExportNewestAsync(Course course, CancellationToken cancellationToken)
    {
        var count = 1 + course.Number(course.Books.Made.Count + 2);
        return ExportAsync(course, new ExportOrder(course.OneOf(Formats), count), [.. course.Books.Made.AsEnumerable().Reverse().Take(count)], cancellationToken);
    }

    private Task ExportSomeAsync(Course course, CancellationToken cancellationToken)
    {
        var made = course.Some(course.Books.Made, 1 + course.Number(course.Books.Made.Count));
        return ExportAsync(course, new ExportOrder(course.OneOf(Formats), AnalysisIds: [.. made.Select(item => item.AnalysisId!)]), made, cancellationToken);
    }

    private async Task ExportAsync(Course course, ExportOrder order, IReadOnlyList<Analysis> made, CancellationToken cancellationToken)
    {
        var attempt = await exports.ExportAsync(course.Actor, order, cancellationToken);
        if (!course.Books.Plan.Exports)
        {
            course.ShouldBeRefused("exports need a paid plan", attempt);
            return;
        }

        exports.ShouldHold(course.Actor, made.Count);
        if (order.Format != "pdf")
        {
            exports.ShouldHoldAsMade(course.Actor, made);
        }
    }
}
