using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class AnalysisChecksTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4.5);
    private readonly MadeUpStage stage = new();
    private readonly AnalysisChecks checks;

    public AnalysisChecksTests() => checks = new AnalysisChecks(stage.Analyses, stage.History, stage.Accounts, stage.Time);

    private Actor Paula => stage.Paula;

    [Fact]
    public void The_newest_analysis_is_the_one_that_counts()
    {
        var newest = Made.Analysis("a-2");

        checks.LastShouldHaveWorked(Paula.Having(Made.Analysis(), newest)).Should().BeSameAs(newest);
        Verdicts.Fails(() => checks.LastShouldHaveWorked(Paula.Having(Refusal())), "To analyse should have worked, but PropIQ refused: No AI (ai_unavailable, 503)");
    }

    [Fact]
    public void Who_is_answered_in_less_than_four_and_a_half_seconds_is_answered_at_once()
    {
        Verdicts.Holds(() => checks.LastShouldHaveWorkedAtOnce(Took(AtOnce - Tick)));
        Verdicts.Fails(() => checks.LastShouldHaveWorkedAtOnce(Took(AtOnce)), "Paula should get the analysis at once, but it took 4.5 s");
        Verdicts.Fails(() => checks.LastShouldHaveWorkedAtOnce(Paula.Having(Refusal())), "To analyse should have worked, but PropIQ refused: No AI (ai_unavailable, 503)");
    }

    [Fact]
    public void An_AI_that_is_silent_is_waited_for_and_given_up_in_time()
    {
        var (least, most) = (TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(13));

        Verdicts.Holds(() => checks.LastShouldHaveBeenGivenUpInTime(Paula.Having(Refusal(least))));
        Verdicts.Holds(() => checks.LastShouldHaveBeenGivenUpInTime(Paula.Having(Refusal(most))));
        Verdicts.Fails(() => checks.LastShouldHaveBeenGivenUpInTime(Paula.Having(Refusal(least - Tick))), "Paula should be told of the AI's silence after its 10 s, but was after 3.5 s");
        Verdicts.Fails(() => checks.LastShouldHaveBeenGivenUpInTime(Paula.Having(Refusal(most + Tick))), "Paula should be told of the AI's silence after its 10 s, but was after 13.0 s");
    }

    [Fact]
    public void So_many_newest_ones_worked_and_are_different()
    {
        Paula.Having(Made.Analysis("a-1"), Made.Analysis("a-1"), Made.Analysis("a-2"));

        Verdicts.Holds(() => checks.ShouldHaveWorked(Paula, 2));
        Verdicts.Fails(() => checks.ShouldHaveWorked(Paula, 3), "Paula's 3 analyses should be 3 different ones, but are 2");
        Verdicts.Fails(() => checks.ShouldHaveWorked(Paula, 4), "Paula was to analyse 4 properties, but tried 3");
        Verdicts.Fails(() => checks.ShouldHaveWorked(Paula.Having(Made.Analysis(null)), 1), "PropIQ's answer should give the analysis's id, but does not");
        Verdicts.Fails(() => checks.ShouldHaveWorked(Paula.Having(Refusal()), 1), "To analyse should have worked, but PropIQ refused: No AI (ai_unavailable, 503)");
    }

    [Fact]
    public void A_warning_is_read_word_for_word()
    {
        Paula.Having(Made.Analysis(), Warning("4 of 5 free analyses used"));

        Verdicts.Holds(() => checks.ShouldWarn(Paula, "4 of 5 free analyses used"));
        Verdicts.Fails(() => checks.ShouldWarn(Paula, "5 of 5 free analyses used"), "Paula should be warned \"5 of 5 free analyses used\", but reads \"4 of 5 free analyses used\"");
        Verdicts.Fails(() => checks.ShouldNotWarn(Paula), "Paula should not be warned yet, but reads \"4 of 5 free analyses used\"");
    }

    [Fact]
    public void No_warning_is_none()
    {
        Paula.Having(Warning("4 of 5 free analyses used"), Made.Analysis());

        Verdicts.Holds(() => checks.ShouldNotWarn(Paula));
        Verdicts.Fails(() => checks.ShouldWarn(Paula, "4 of 5"), "Paula should be warned \"4 of 5\", but is not warned");
    }

    [Fact]
    public void Warnings_come_one_each_and_in_order()
    {
        Paula.Having(Made.Analysis(), Warning("one"), Warning("two"));

        Verdicts.Holds(() => checks.ShouldHaveWarned(Paula, ["one", "two"]));
        Verdicts.Fails(() => checks.ShouldHaveWarned(Paula, ["two", "one"]), "Paula should be warned \"two\", \"one\", but reads \"one\", \"two\"");
        Verdicts.Fails(() => checks.ShouldHaveWarned(Paula, ["", "one", "two"]), "Paula should be warned \"\", \"one\", \"two\", but reads \"nothing\", \"one\", \"two\"");
    }

    [Fact]
    public void Warnings_of_what_was_made_together_come_one_each_in_whatever_order()
    {
        Paula.Having(Made.Analysis(), Warning("one"), Warning("two"));

        Verdicts.Holds(() => checks.ShouldHaveWarnedInAnyOrder(Paula, ["one", "two"]));
        Verdicts.Holds(() => checks.ShouldHaveWarnedInAnyOrder(Paula, ["two", "one"]));
        Verdicts.Fails(() => checks.ShouldHaveWarnedInAnyOrder(Paula, ["one", "one"]), "Paula should be warned, one way round or the other, \"one\" and \"one\", but reads \"one\" and \"two\"");
        Verdicts.Fails(
            () => checks.ShouldHaveWarnedInAnyOrder(Paula, ["one", "two", "three"]),
            "Paula should be warned, one way round or the other, \"one\" and \"two\" and \"three\", but reads \"nothing\" and \"one\" and \"two\"");
    }

    [Fact]
    public void Of_what_was_tried_together_so_many_worked()
    {
        var (one, two) = (Made.Analysis("a-1", "1 Elm St"), Made.Analysis("a-2", "2 Elm St"));
        Paula.HavingTogether(Analyzed(one), Refusal(), Analyzed(two), Refusal());

        checks.ExactlyShouldHaveWorked(Paula, 2).Should().Equal(one, two);
        const string outcomes = "(2 × PropIQ did it; 2 × PropIQ refused: No AI (ai_unavailable, 503))";
        Verdicts.Fails(() => checks.ExactlyShouldHaveWorked(Paula, 3), $"Exactly 3 of Paula's 4 requests should have been analysed, but 2 were {outcomes}");
        Verdicts.Holds(() => checks.ExactlyShouldBeRefused(Paula, 2, Refusals.Because("the AI is not available")));
        Verdicts.Fails(
            () => checks.ExactlyShouldBeRefused(Paula, 1, Refusals.Because("the AI is not available")), $"Exactly 1 of Paula's 4 requests should have been refused, but 2 were {outcomes}");
    }

    [Fact]
    public void All_that_were_refused_were_for_one_reason()
    {
        Paula.HavingTogether(Refusal(), Made.Refused<Analysis>(Made.Problem(404, "not_found", "Gone"), "analyse"));

        Verdicts.Fails(
            () => checks.ExactlyShouldBeRefused(Paula, 2, Refusals.Because("the AI is not available")),
            "Paula's attempt to analyse should have been refused because the AI is not available, but PropIQ refused: Gone (not_found, 404); expected ai_unavailable, 503");
    }

    [Fact]
    public void Each_request_is_answered_for_its_own_property_with_an_analysis_of_its_own()
    {
        Paula.HavingTogether(Analyzed(Made.Analysis("a-1", "1 Elm St")), Made.Worked(Made.Analysis("a-2", "1 Elm St"), "analyse \"2 Elm St\""));
        Verdicts.Fails(() => checks.ExactlyShouldHaveWorked(Paula, 2), "Paula's request to analyse \"2 Elm St\" should be answered for that property, but is for \"1 Elm St\"");

        Paula.HavingTogether(Analyzed(Made.Analysis("a-1", "1 Elm St")), Analyzed(Made.Analysis("a-1", "2 Elm St")));
        Verdicts.Fails(() => checks.ExactlyShouldHaveWorked(Paula, 2), "Paula's 2 analyses should be 2 different ones, but are 1");

        Paula.HavingTogether(Analyzed(Made.Analysis(null)));
        Verdicts.Fails(() => checks.ExactlyShouldHaveWorked(Paula, 1), "PropIQ's answer should give the analysis's id, but does not");
    }

    [Fact]
    public void Where_nothing_was_tried_together_the_feature_is_wrong() => FluentActions
        .Invoking(() => checks.ExactlyShouldHaveWorked(Paula.Having(Made.Analysis()), 0))
        .Should().Throw<InvalidOperationException>().WithMessage("Paula submitted nothing together: a When is missing.");

    public void Dispose() => stage.Dispose();

    private static Attempt<Analysis> Refusal(TimeSpan took = default) =>
        Made.Refused<Analysis>(Made.Problem(503, "ai_unavailable", "No AI") with { RetryAfter = TimeSpan.FromSeconds(5) }, "analyse", took);

    private static Attempt<Analysis> Analyzed(Analysis analysis) => Made.Worked(analysis, AnalysisDriver.What(analysis.Address));

    private static Analysis Warning(string sentence) => Made.Analysis() with { Warning = sentence };

    private Actor Took(TimeSpan time) => Paula.Having(Made.Worked(Made.Analysis(), exchange: Made.Exchange(took: time)));
}
