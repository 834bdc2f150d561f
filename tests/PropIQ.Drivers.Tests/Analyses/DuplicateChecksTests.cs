using System.Text.Json;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class DuplicateChecksTests
{
    private static readonly Analysis First = Made.Analysis();
    private static readonly Analysis Repeated = First with { Duplicate = true };
    private static readonly Analysis Other = Made.Analysis("a-2");

    [Fact]
    public void One_analysis_is_answered_once_and_repeated()
    {
        One(First, Repeated);
        One(Repeated, First);
        One(Other, First, Repeated);
        One(First, Repeated with { CostUsd = 0.0003150000000000001m, CreatedAt = Made.Then.AddSeconds(0.9), Metrics = JsonElement.Parse("{}") });
        Verdicts.Holds(() => DuplicateChecks.ShouldBeOne(Made.Person().Having(First, Repeated, Repeated), 3));
    }

    [Fact]
    public void One_analysis_has_one_id()
    {
        NotOne("Paula's 2 submissions should be one analysis, but are 2", First, Repeated with { AnalysisId = "a-2" });
        NotOne("Paula's 2 submissions should be one analysis, but are 1", First with { AnalysisId = null }, Repeated with { AnalysisId = null });
    }

    [Fact]
    public void All_but_one_are_marked()
    {
        const string sentence = "Of Paula's 2 submissions all but one should be marked as repetitions, but ";
        NotOne(sentence + "0 are", First, First);
        NotOne(sentence + "2 are", Repeated, Repeated);
        NotOne(sentence + "0 are", First, First with { Duplicate = null });
    }

    [Fact]
    public void All_are_made_at_one_time() => NotOne(
        "Paula's 2 submissions should be answered as made at one time, but are not", First, Repeated with { CreatedAt = Made.Then.AddSeconds(1) });

    [Fact]
    public void All_get_the_same_answer()
    {
        var (one, other) = (First with { Duplicate = null, Metrics = null, CreatedAt = null }, Repeated with { Duplicate = null, Metrics = null, CreatedAt = null, DealScore = 72 });

        NotOne($"Paula should get the same answer to each of the 2 submissions, but gets {one} and {other}", First, Repeated with { DealScore = 72 });
    }

    [Fact]
    public void There_are_as_many_submissions_as_were_meant()
    {
        NotOne("Paula was to submit 2 times, but did so 1 times", First);
        Verdicts.Fails(
            () => DuplicateChecks.ShouldBeOne(Made.Person().Having(First).Having(Made.Refused<Analysis>(Made.Problem(503, "ai_unavailable", "No AI"), "analyse")), 2),
            "To analyse should have worked, but PropIQ refused: No AI (ai_unavailable, 503)");
    }

    [Fact]
    public void Different_analyses_have_ids_of_their_own_and_no_mark()
    {
        Verdicts.Holds(() => DuplicateChecks.ShouldBeDifferent(Made.Person().Having(Repeated, First, Other), 2));
        Different("Paula's 2 submissions should be 2 analyses, but are 1", First, First);
        Different("None of Paula's analyses should be marked as a repetition, but one is", First, Other with { Duplicate = true });
        Different("None of Paula's analyses should be marked as a repetition, but one is", First with { Duplicate = null }, Other);
    }

    [Fact]
    public void What_comes_after_a_failure_is_the_first()
    {
        var failed = Made.Refused<Analysis>(Made.Problem(503, "ai_unavailable", "No AI"), "analyse");

        Verdicts.Holds(() => DuplicateChecks.ShouldBeFirstAfterFailure(Made.Person().Having(Other).Having(failed).Having(First)));
        Verdicts.Fails(() => DuplicateChecks.ShouldBeFirstAfterFailure(Made.Person().Having(failed).Having(Other, First)), "Paula's first try should have failed, but PropIQ did it");
        Verdicts.Fails(
            () => DuplicateChecks.ShouldBeFirstAfterFailure(Made.Person().Having(failed).Having(Repeated)),
            "None of Paula's analyses should be marked as a repetition, but one is");
    }

    [Fact]
    public void Two_people_have_an_analysis_each()
    {
        var paula = Made.Person().Having(First);

        Verdicts.Holds(() => DuplicateChecks.ShouldBelongToEach(paula, Made.Person("Frank").Having(Other)));
        Verdicts.Fails(() => DuplicateChecks.ShouldBelongToEach(paula, Made.Person("Frank").Having(First)), "Paula and Frank should each get an analysis, but share one");
        Verdicts.Fails(
            () => DuplicateChecks.ShouldBelongToEach(paula, Made.Person("Frank").Having(Other with { Duplicate = true })),
            "None of Frank's analyses should be marked as a repetition, but one is");
    }

    private static void One(params Analysis[] analyses) => Verdicts.Holds(() => DuplicateChecks.ShouldBeOne(Paula(analyses), 2));

    private static void NotOne(string sentence, params Analysis[] analyses) => Verdicts.Fails(() => DuplicateChecks.ShouldBeOne(Paula(analyses), 2), sentence);

    private static void Different(string sentence, params Analysis[] analyses) => Verdicts.Fails(() => DuplicateChecks.ShouldBeDifferent(Paula(analyses), 2), sentence);

    private static Actor Paula(Analysis[] analyses) => Made.Person().Having(analyses);
}
