using FluentAssertions;
using PropIQ.LivingDocs.Kills;
using PropIQ.Sabotage.Reports;
using PropIQ.Sabotage.Running;
using Xunit;

namespace PropIQ.Sabotage.Tests;

/// <summary>What counts as a kill, and what does not.</summary>
public sealed class JudgingTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("Outcome", "FluentAssertions.Execution.AssertionFailedException", Cell.Killed)]
    [InlineData("Outcome", "AssertionFailedException", Cell.Killed)]
    [InlineData("Outcome", "Xunit.Sdk.XunitException", Cell.Killed)]
    [InlineData("Outcome", "System.OperationCanceledException", Cell.Red)]
    [InlineData("Outcome", "System.InvalidOperationException", Cell.Red)]
    [InlineData("Context", "FluentAssertions.Execution.AssertionFailedException", Cell.Red)]
    [InlineData("Action", "FluentAssertions.Execution.AssertionFailedException", Cell.Red)]
    [InlineData(null, "FluentAssertions.Execution.AssertionFailedException", Cell.Red)]
    public void Only_a_Then_that_does_not_hold_is_a_kill(string? kind, string thrown, char expected)
    {
        var end = Read(kind, "FAILED", thrown);

        end.Cell.Should().Be(expected);
        end.Said.Should().Be("he should be on Free");
        end.Scenario.Cases.Should().Equal("block");
    }

    [Fact]
    public void What_passed_or_was_skipped_is_neither()
    {
        Read("Outcome", "PASSED", null).Cell.Should().Be(Cell.Green);
        Read("Outcome", "SKIPPED", null).Cell.Should().Be(Cell.Skipped);
    }

    [Fact]
    public void Each_broken_case_needs_a_scenario_of_its_own()
    {
        var saboteur = new Saboteur("late", "It is late.") { Cases = ["block", "warning"], Clauses = ["3.5"] };

        var row = Row(saboteur, End("a", Cell.Killed, "block"), End("b", Cell.Killed, "chat"), End("c", Cell.Red, "warning"), End("d", Cell.Green, "warning"));

        row.Verdict.Should().Be(Verdict.Unknown, "the warning's scenario did not come as far as to judge");
        row.Reason.Should().Be("\"c\" failed otherwise, in \"a step\": some words");
        row.Proofs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Case = "block", Scenario = "a" });
        row.Unproven.Should().Equal("warning");
        row.Cells.Should().Be("KKr.");
        row.Otherwise.Should().ContainSingle().Which.Scenario.Should().Be("c");
    }

    [Fact]
    public void Who_was_hidden_by_what_he_did_to_others_is_judged_by_his_own_scenarios_alone()
    {
        var saboteur = new Saboteur("late", "It is late.") { Cases = ["block"] };
        var among = new Trial(saboteur, Ends(End("a", Cell.Green, "block"), End("b", Cell.Red, "chat")), TimeSpan.FromSeconds(2));

        var both = among.With(new Trial(saboteur, Ends(End("a", Cell.Killed, "block")), TimeSpan.FromSeconds(1)));

        MatrixBuilder.HasSurvived(among).Should().BeTrue();
        MatrixBuilder.HasSurvived(both).Should().BeFalse();
        both.Took.Should().Be(TimeSpan.FromSeconds(3));
        Row(saboteur, [.. both.Ends.Values]).Cells.Should().Be("Kr");
    }

    [Fact]
    public void A_scenario_that_fails_anyway_proves_nothing()
    {
        var saboteur = new Saboteur("late", "It is late.") { Cases = ["block"] };
        var trial = new Trial(saboteur, Ends(End("a", Cell.Killed, "block")), TimeSpan.Zero);
        var control = new Trial(new Saboteur("does_nothing", "Nothing is wrong."), Ends(End("a", Cell.Killed, "block")), TimeSpan.Zero);

        var row = MatrixBuilder.RowOf(trial, MatrixBuilder.ScenariosOf([trial]), MatrixBuilder.RedAnyway([control]));

        row.Verdict.Should().Be(Verdict.Survived);
    }

    [Fact]
    public void Survivors_false_alarms_and_runs_without_an_end_are_problems()
    {
        var nothing = new Saboteur("does_nothing", "Nothing is wrong.");
        var late = new Saboteur("late", "It is late.") { Cases = ["block"] };

        Problems(Row(late, End("a", Cell.Killed, "block"))).Should().BeEmpty();
        Problems(Row(nothing, End("a", Cell.Green, "block"))).Should().BeEmpty();
        Problems(Row(late, End("a", Cell.Green, "block"))).Should().ContainSingle().Which.Should().StartWith("late survived: no Then of block noticed.");
        Problems(Row(late with { MaySurvive = "Nobody can see it." }, End("a", Cell.Green, "block"))).Should().BeEmpty();
        Problems(Row(late with { MaySurvive = "Nobody can see it." }, End("a", Cell.Killed, "block"))).Should().ContainSingle().Which.Should().Contain("strike its reason");
        Problems(Row(nothing, End("a", Cell.Red, "block"))).Should().ContainSingle().Which.Should().Contain("false alarms");
        Problems(MatrixBuilder.RowOf(new Trial(late, Ends(), TimeSpan.Zero, "The run did not end."), [], new HashSet<string>()))
            .Should().ContainSingle().Which.Should().Be("late: nothing was found out. The run did not end.");
    }

    private static IReadOnlyList<string> Problems(MatrixRow row) => Judgement.Problems(new KillMatrix(default, "targeted", "", "", 0, true, [], [row]));

    private static ScenarioEnd End(string id, char cell, string edgeCase) => new(new MatrixScenario(id, id, [edgeCase]), cell, "a step", "some words");

    private static Dictionary<string, ScenarioEnd> Ends(params ScenarioEnd[] ends) => ends.ToDictionary(end => end.Scenario.Id);

    private static MatrixRow Row(Saboteur saboteur, params ScenarioEnd[] ends)
    {
        var trial = new Trial(saboteur, Ends(ends), TimeSpan.Zero);
        return MatrixBuilder.RowOf(trial, MatrixBuilder.ScenariosOf([trial]), new HashSet<string>());
    }

    private ScenarioEnd Read(string? kind, string status, string? thrown)
    {
        var type = kind is null ? "" : $", \"type\": \"{kind}\"";
        var exception = thrown is null ? "" : $", \"message\": \"he should be on Free\", \"exception\": {{\"type\": \"{thrown}\", \"message\": \"he should be on Free\"}}";
        var step = kind is null ? "\"hookId\": \"h\"" : "\"pickleStepId\": \"ps\"";
        File.WriteAllLines(file,
        [
            """{"source": {"uri": "features/free.feature", "data": "Feature: Free\n\n  @edge:block\n  Scenario: Five\n    Then he is on Free\n"}}""",
            """{"gherkinDocument": {"uri": "features/free.feature", "feature": {"children": [{"scenario": {"id": "n", "location": {"line": 4}}}]}}}""",
            $$$"""{"pickle": {"id": "p", "uri": "features/free.feature", "name": "Five", "astNodeIds": ["n"], "tags": [{"name": "@edge:block"}], "steps": [{"id": "ps", "text": "he is on Free"{{{type}}} }] } }""",
            $$$"""{"testCase": {"id": "t", "pickleId": "p", "testSteps": [{"id": "ts", {{{step}}} }] } }""",
            """{"testCaseStarted": {"id": "s", "testCaseId": "t", "attempt": 0}}""",
            $$$"""{"testStepFinished": {"testCaseStartedId": "s", "testStepId": "ts", "testStepResult": {"status": "{{{status}}}"{{{exception}}} } } }""",
            """{"testCaseFinished": {"testCaseStartedId": "s", "willBeRetried": false}}""",
        ]);
        return ScenarioEnd.ReadAll(file).Values.Single();
    }
}
