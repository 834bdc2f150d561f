using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Courses;

/// <summary>Having properties analysed in a course of events (contract, section 3).</summary>
public sealed class AnalysisDeeds(AnalysisDriver analyses, AllowanceChecks allowance, FaultDriver faults, PlanTable plans, Dice dice)
{
    private static readonly string[] Kinds = ["single_family", "multi_family", "condo", "townhouse", "apartment", "commercial", "mixed_use", "land"];
    private static readonly TimeSpan NoLongerTheSameClick = TimeSpan.FromSeconds(1);

    internal IReadOnlyList<Deed> All =>
    [
        new("a new property is analysed", 10, _ => true, (course, token) => AnalyzeAsync(course, Drawn(course), token)),
        new("a property is analysed once more", 3, books => books.Made.Count > 0, (course, token) => AnalyzeAsync(course, new PropertyToAnalyze(course.OneOf(course.Books.Made).Address), token)),
        new("a property is submitted by a double click, and again a second later", 3, books => books.Left > 0, DoubleClickAsync),
        new("the AI fails an analysis, which is tried again", 2, books => books.Left > 0, FailAsync),
        new("an address is mistyped", 1, _ => true, MistypeAsync),
    ];

    private PropertyToAnalyze Drawn(Course course) =>
        new(course.Own(dice.Address()), course.OneIn(3) ? null : course.OneOf(Kinds), course.OneIn(3) ? null : dice.HousePrice());

    private async Task AnalyzeAsync(Course course, PropertyToAnalyze property, CancellationToken cancellationToken)
    {
        var attempt = await analyses.AnalyzeAsync(course.Actor, property, cancellationToken);
        if (course.Books.Left > 0)
        {
            ShouldBeMade(course, property, attempt);
        }
        else
        {
            await ShouldBeRefusedAsync(course, attempt, cancellationToken);
        }
    }

    private static void ShouldBeMade(Course course, PropertyToAnalyze property, Attempt<Analysis> attempt)
    {
        var (books, made, usage) = (course.Books, attempt.ShouldBeWhole(), attempt.Answer.Value!.Usage);
        Verdict.That(
            made.Address == property.Address && made.PropertyType == (property.PropertyType ?? Kinds[0]) && made.PurchasePrice == property.PurchasePrice,
            $"a {property.PropertyType ?? Kinds[0]} at \"{property.Address}\" for {property.PurchasePrice} should be analysed, but is a {made.PropertyType} at \"{made.Address}\" for {made.PurchasePrice}");
        Verdict.That(made.Duplicate == false && books.Made.All(other => other.AnalysisId != made.AnalysisId), $"\"{property.Address}\" should be an analysis of its own, but is marked or known already");
        books.Make(made);
        Verdict.That(
            (usage?.Used, usage?.Limit, usage?.Remaining) == (books.Used, books.Plan.Analyses, books.Left),
            $"the analysis should count as {books.Used} of {books.Plan.Analyses} with {books.Left} left, but says {usage?.Used} of {usage?.Limit} with {usage?.Remaining} left");
        Verdict.That(made.Warning == books.WarningAt(books.Used), $"the analysis should warn \"{books.WarningAt(books.Used)}\", but warns \"{made.Warning}\"");
    }

    private async Task ShouldBeRefusedAsync(Course course, Attempt<Analysis> attempt, CancellationToken cancellationToken)
    {
        var books = course.Books;
        course.ShouldBeRefused(books.Plan.IsFree ? "the free allowance is used up" : "the plan's allowance is used up", attempt);
        allowance.ShouldPointToUpgrade(course.Actor, plans.All.SkipWhile(plan => plan != books.Plan).Skip(1).FirstOrDefault());
        await allowance.ShouldSayUsedUpAsync(course.Actor, books.Used, books.Plan.Analyses, cancellationToken);
    }

    private async Task DoubleClickAsync(Course course, CancellationToken cancellationToken)
    {
        var property = Drawn(course);
        await AnalyzeAsync(course, property, cancellationToken);
        await analyses.AnalyzeAsync(course.Actor, property, cancellationToken);
        DuplicateChecks.ShouldBeOne(course.Actor, 2);
        await course.MoveToAsync(course.Books.Now + NoLongerTheSameClick, cancellationToken);
        course.Login.Use(course.Books.Now);
        await AnalyzeAsync(course, property, cancellationToken);
    }

    private async Task FailAsync(Course course, CancellationToken cancellationToken)
    {
        var property = Drawn(course);
        var attempt = await faults.WhileAiRefusesAsync(course.Actor, 500, () => analyses.AnalyzeAsync(course.Actor, property, cancellationToken), cancellationToken);
        course.ShouldBeRefused("the AI is not available", attempt);
        await AnalyzeAsync(course, property, cancellationToken);
    }

    private async Task MistypeAsync(Course course, CancellationToken cancellationToken) =>
        course.ShouldBeRefused(
            "the address is not valid", await analyses.AnalyzeAsync(course.Actor, $"{course.Own(dice.Address())}1", cancellationToken));
}
