using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;
using Reqnroll.Engine;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>Whole features, from file to outcome: what generator and engine do together.</summary>
public sealed class GeneratedRunTests
{
    /// <summary>Backgrounds of feature and rule, outlines, tables, doc strings and tags reach the steps as the file has them.</summary>
    [Fact]
    public async Task Steps_get_what_the_file_says()
    {
        var outcomes = await RunAsync("""
            @feature
            Feature: F
              Background:
                Given note background

              @own
              Scenario: Plain
                Given note "given"
                And note and
                * note asterisk

              Scenario Outline: Rows
                Given note <word> and <other>
                Given table
                  | h      | <word> |
                  | <word> | <n o>  |
                Given text
                  ```
                  one <word>
                    two
                  ```

                @extra
                Examples:
                  | word | n o |
                  | W    | 5   |

              @ruled
              Rule: R
                Background:
                  Given note rule

                Scenario: Ruled
                  Given facts
            """);

        Noted(outcomes["Plain"]).Should().Equal("background", "\"given\"", "and", "asterisk");
        Noted(outcomes["Rows(W, 5)"]).Should().Equal("background", "W and <other>", "h=W/5", "one W[CRLF]  two");
        Noted(outcomes["Ruled"]).Should().Equal("background", "rule", "F|Ruled|R||ruled|feature,ruled");
        outcomes.Values.Should().OnlyContain(o => o.Passed);
    }

    /// <summary>The arguments of an outline's row are in the scenario's context by column.</summary>
    [Fact]
    public async Task A_row_is_in_the_context()
    {
        var outcomes = await RunAsync("""
            Feature: F
              @own
              Scenario Outline: Rows
                Given row

                @extra
                Examples:
                  | a | long name |
                  | 1 | 2         |
            """);

        Noted(outcomes["Rows(1, 2)"]).Should().Equal("a=1,long name=2 own,extra");
    }

    /// <summary>Where a scenario goes wrong is told by file and line.</summary>
    [Fact]
    public async Task A_failure_names_its_line()
    {
        var outcomes = await RunAsync("Feature: F\n  Scenario: S\n    Given note a\n    Given it breaks\n    Given note b");

        outcomes["S"].Error!.Message.Should().Be("broken");
        outcomes["S"].Output.Should().Contain("in Features/One.feature:line 4").And.NotContain("line 5");
    }

    /// <summary>A hook of the feature that fails, fails the first scenario by its error and the others because of it.</summary>
    [Fact]
    public async Task A_failing_feature_hook_fails_all_scenarios()
    {
        var outcomes = await RunAsync("@breaks\nFeature: F\n  Scenario: First\n    Given note a\n  Scenario: Second\n    Given note a");

        outcomes["First"].Error!.Message.Should().Be("feature broke");
        outcomes["Second"].Error!.Message.Should().StartWith("Scenario skipped because of previous before feature hook error");
    }

    /// <summary>A skip in a hook of the feature skips the first scenario alone.</summary>
    [Fact]
    public async Task A_skip_in_a_feature_hook_skips_the_first_scenario_alone()
    {
        var outcomes = await RunAsync("@skips\nFeature: F\n  Scenario: First\n    Given note a\n  Scenario: Second\n    Given note a");

        outcomes["First"].SkipReason.Should().Be("not today");
        outcomes["Second"].SkipReason.Should().BeNull();
        outcomes["Second"].Passed.Should().BeFalse();
    }

    /// <summary>Keywords of another language, and its culture.</summary>
    [Fact]
    public async Task Features_in_another_language_run()
    {
        var outcomes = await RunAsync("# language: de\nFunktionalität: F\n  Szenario: S\n    Angenommen note a\n    Und note b\n    Dann note c");

        Noted(outcomes["S"]).Should().Equal("a", "b", "c");
        outcomes["S"].Output.Should().Contain("Angenommen note a");
    }

    private static Task<Dictionary<string, Outcome>> RunAsync(string feature)
        => LabRun.RunAsync(FeatureLab.Of(feature), new TestRun(new Settings(), [typeof(Steps)], null));

    private static IEnumerable<string> Noted(Outcome outcome)
        => outcome.Output.Split('\n').Where(l => l.StartsWith('~')).Select(l => l[1..].TrimEnd());

    private sealed class Steps(IReqnrollOutputHelper output, ScenarioContext scenario, FeatureContext feature)
    {
        [BeforeFeature("breaks")]
        public static void BreakFeature() => throw new InvalidOperationException("feature broke");

        [BeforeFeature("skips")]
        public static void SkipFeature() => Assert.Skip("not today");

        [StepDefinition("^note (.*)$")]
        public void Note(string text) => output.WriteLine("~" + text);

        [Given("it breaks")]
        public static void Break() => throw new InvalidOperationException("broken");

        [Given("table")]
        public void Table(DataTable table) => Note($"{string.Join('=', table.Header)}/{table.Rows[0][1]}");

        [Given("text")]
        public void Text(string text) => Note(text.Replace("\r\n", "[CRLF]", StringComparison.Ordinal));

        [Given("row")]
        public void Row()
        {
            var arguments = scenario.ScenarioInfo.Arguments;
            Note($"{string.Join(',', arguments.Keys.Cast<string>().Select(k => $"{k}={arguments[k]}"))} {string.Join(',', scenario.ScenarioInfo.Tags)}");
        }

        [Given("facts")]
        public void Facts()
            => Note(string.Join('|', feature.FeatureInfo.Title, scenario.ScenarioInfo.Title, scenario.RuleInfo!.Title, string.Join(',', scenario.ScenarioInfo.Tags), string.Join(',', scenario.RuleInfo.Tags), string.Join(',', scenario.ScenarioInfo.CombinedTags)));
    }
}
