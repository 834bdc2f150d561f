using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Whether the same property submitted again was one analysis or several (contract, 3.7).</summary>
public static class DuplicateChecks
{
    /// <summary>The newest so many submissions were one analysis: one was it, the others are marked as repeating it.</summary>
    public static void ShouldBeOne(Actor actor, int submissions)
    {
        var answers = Newest(actor, submissions);
        var ids = answers.Select(answer => answer.AnalysisId).Distinct().ToList();
        Verdict.That(
            ids.Count == 1 && ids[0] is not null,
            $"{actor}'s {submissions} submissions should be one analysis, but are {ids.Count}");
        var marked = answers.Count(answer => answer.Duplicate == true);
        Verdict.That(
            marked == submissions - 1,
            $"of {actor}'s {submissions} submissions all but one should be marked as repetitions, but {marked} are");
        Verdict.That(answers.All(answer => answer.IsMadeWith(answers[0])), $"{actor}'s {submissions} submissions should be answered as made at one time, but are not");
        var said = answers.Select(Said).Distinct().ToList();
        Verdict.That(said.Count == 1, $"{actor} should get the same answer to each of the {submissions} submissions, but gets {string.Join(" and ", said)}");
    }

    /// <summary>The newest so many submissions were analyses of their own, none marked.</summary>
    public static void ShouldBeDifferent(Actor actor, int submissions)
    {
        var answers = Newest(actor, submissions);
        var ids = answers.Select(answer => answer.AnalysisId).Distinct().Count();
        Verdict.That(ids == submissions, $"{actor}'s {submissions} submissions should be {submissions} analyses, but are {ids}");
        ShouldBeUnmarked(actor, answers);
    }

    /// <summary>The newest submission is an analysis of its own; the one before it failed.</summary>
    public static void ShouldBeFirstAfterFailure(Actor actor)
    {
        var before = actor.Journal.Of<Analysis>()[^2];
        Verdict.That(!before.Succeeded, $"{actor}'s first try should have failed, but {before.Outcome}");
        ShouldBeUnmarked(actor, Newest(actor, 1));
    }

    /// <summary>Two people's newest analyses are each their own.</summary>
    public static void ShouldBelongToEach(Actor one, Actor other)
    {
        Analysis[] answers = [.. Newest(one, 1), .. Newest(other, 1)];
        Verdict.That(answers[0].AnalysisId != answers[1].AnalysisId, $"{one} and {other} should each get an analysis, but share one");
        ShouldBeUnmarked(other, answers);
    }

    private static List<Analysis> Newest(Actor actor, int count)
    {
        var attempts = actor.Journal.Of<Analysis>().TakeLast(count).ToList();
        Verdict.That(attempts.Count == count, $"{actor} was to submit {count} times, but did so {attempts.Count} times");
        return [.. attempts.Select(attempt => attempt.ShouldSucceed())];
    }

    // All but the mark of a repetition: the others answer as the first did (contract, 3.7). Times are compared to the second.
    private static Analysis Said(Analysis answer) => answer with { Duplicate = null, Metrics = null, CreatedAt = null, CostUsd = answer.CostUsd.Exact() };

    private static void ShouldBeUnmarked(Actor actor, IEnumerable<Analysis> answers) => Verdict.That(
        answers.All(answer => answer.Duplicate == false),
        $"none of {actor}'s analyses should be marked as a repetition, but one is");
}
