using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;
using Reqnroll.Engine;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>Hooks: their order, their scope, and what becomes of their errors.</summary>
public sealed class HookTests
{
    /// <summary>All kinds of hook, around two steps.</summary>
    [Fact]
    public async Task Hooks_run_around_scenario_and_steps_in_their_order()
    {
        var outcome = await new ScenarioLab(typeof(Hooks)) { Tags = ["tagged"] }.RunAsync("Given a", "Given a");

        Noted(outcome).Should().Equal("first", "tagged", "second", "a", "after step", "a", "after step", "after: OK");
    }

    /// <summary>A hook with tags runs where one of them is on the scenario or its feature.</summary>
    [Theory]
    [InlineData("tagged", "", true)]
    [InlineData("", "tagged", true)]
    [InlineData("other", "other", false)]
    public async Task A_hook_with_tags_runs_for_them_alone(string onScenario, string onFeature, bool runs)
        => Noted(await new ScenarioLab(typeof(Hooks)) { Tags = [onScenario], FeatureTags = [onFeature] }.RunAsync("Given a"))
            .Contains("tagged").Should().Be(runs);

    /// <summary>A hook that fails before the scenario fails it; no step runs, but what is after it does.</summary>
    [Fact]
    public async Task A_failing_hook_before_the_scenario_fails_it()
    {
        var outcome = await new ScenarioLab(typeof(Hooks)) { Tags = ["breaks-before"] }.RunAsync("Given a");

        outcome.Error!.Message.Should().Be("before broke");
        Noted(outcome).Should().Contain("after: TestError before broke").And.NotContain("a");
    }

    /// <summary>A hook that fails after a scenario that passed fails it; after one that failed, the first error stays.</summary>
    [Theory]
    [InlineData("Given a", "after broke")]
    [InlineData("Given b", "b broke")]
    public async Task A_failing_hook_after_the_scenario_fails_it(string step, string error)
        => (await new ScenarioLab(typeof(Hooks)) { Tags = ["breaks-after"] }.RunAsync(step)).Error!.Message.Should().Be(error);

    /// <summary>A scenario is skipped from before it and from after it.</summary>
    [Theory]
    [InlineData("skips-before", "too early")]
    [InlineData("skips-after", "too late")]
    public async Task A_hook_can_skip_the_scenario(string tag, string reason)
        => (await new ScenarioLab(typeof(Hooks)) { Tags = [tag] }.RunAsync("Given a")).SkipReason.Should().Be(reason);

    /// <summary>After a step that failed, its hook sees the error.</summary>
    [Fact]
    public async Task The_hook_after_a_step_sees_its_error()
        => Noted(await new ScenarioLab(typeof(Hooks)).RunAsync("Given b")).Should().Contain("after step: b broke");

    /// <summary>Hooks of a feature and of the run, with objects that live as long.</summary>
    [Fact]
    public async Task Hooks_of_features_and_runs_share_their_objects()
    {
        var lab = new ScenarioLab(typeof(Outer)) { FeatureTitle = "Shared" };

        await lab.Run.StartAsync();
        var outcome = await lab.RunAsync("Given the journal of the run");
        await lab.Run.EndAsync();

        Noted(outcome).Should().Equal("run begins, feature Shared begins");
        Outer.Last.Should().Be("run begins, feature Shared begins, feature ends, run ends");
    }

    /// <summary>Scopes by tag, feature and scenario choose among definitions of one expression.</summary>
    [Theory]
    [InlineData("", "Lab", "everywhere")]
    [InlineData("special", "Lab", "by tag")]
    [InlineData("", "Other", "by feature")]
    public async Task The_definition_with_the_narrower_scope_wins(string tag, string feature, string noted)
        => Noted(await new ScenarioLab(typeof(Scoped)) { Tags = [tag], FeatureTitle = feature }.RunAsync("Given a")).Should().Equal(noted);

    private static IEnumerable<string> Noted(Outcome outcome)
        => outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('*')).Select(l => l[1..].TrimEnd());

    private sealed class Hooks(IReqnrollOutputHelper output, ScenarioContext scenario)
    {
        [BeforeScenario(Order = 20)]
        public void Second() => Note("second");

        [BeforeScenario(Order = 1)]
        public async Task First()
        {
            await Task.Yield();
            Note("first");
        }

        [BeforeScenario("tagged", "@tagged-too", Order = 5)]
        public void Tagged() => Note("tagged");

        [BeforeScenario("breaks-before")]
        public static void BreaksBefore() => throw new InvalidOperationException("before broke");

        [AfterScenario("breaks-after", Order = 1)]
        public static void BreaksAfter() => throw new InvalidOperationException("after broke");

        [BeforeScenario("skips-before")]
        public static void SkipsBefore() => Assert.Skip("too early");

        [AfterScenario("skips-after")]
        public static void SkipsAfter() => Assert.Skip("too late");

        [AfterScenario]
        public void After() => Note($"after: {scenario.ScenarioExecutionStatus} {scenario.TestError?.Message}".TrimEnd());

        [AfterStep]
        public void AfterStep() => Note(scenario.StepContext!.StepError is { } error ? $"after step: {error.Message}" : "after step");

        [Given("a")]
        public void A() => Note("a");

        [Given("b")]
        public static void B() => throw new InvalidOperationException("b broke");

        private void Note(string text) => output.WriteLine("*" + text);
    }

    private sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    private sealed class Outer(Journal journal, IReqnrollOutputHelper output)
    {
        public static string Last { get; private set; } = "";

        [BeforeTestRun]
        public static void RunBegins(Journal journal) => journal.Lines.Add("run begins");

        [BeforeFeature]
        public static void FeatureBegins(Journal journal, FeatureContext feature) => journal.Lines.Add($"feature {feature.FeatureInfo.Title} begins");

        [AfterFeature]
        public static void FeatureEnds(Journal journal) => journal.Lines.Add("feature ends");

        [AfterTestRun]
        public static Task RunEnds(Journal journal)
        {
            Last = string.Join(", ", journal.Lines.Append("run ends"));
            return Task.CompletedTask;
        }

        [Given("the journal of the run")]
        public void Step() => output.WriteLine("*" + string.Join(", ", journal.Lines));
    }

    private sealed class Scoped(IReqnrollOutputHelper output)
    {
        [Given("a")]
        public void Everywhere() => output.WriteLine("*everywhere");

        [Given("a")]
        [Scope(Tag = "@special")]
        public void ByTag() => output.WriteLine("*by tag");

        [Given("a")]
        [Scope(Feature = "other", Scenario = "A scenario")]
        public void ByFeature() => output.WriteLine("*by feature");
    }
}
