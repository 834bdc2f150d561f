using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;
using Reqnroll.BoDi;
using Reqnroll.Engine;
using Reqnroll.UnitTestProvider;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>How scenarios end that do not simply pass.</summary>
public sealed class OutcomeTests
{
    /// <summary>An undefined step fails, shows the code it lacks, and the steps after it are skipped.</summary>
    [Fact]
    public async Task An_undefined_step_fails_with_a_snippet()
    {
        var outcome = await new ScenarioLab(typeof(Steps)).RunAsync("Given nothing", "When frank \"flies\" 3 times for 9.50", "Then it is noted");

        outcome.Error!.Message.Should().StartWith("Test pending: No matching step definition found for one or more steps.");
        outcome.Error.Message.Should().Contain("[When(\"frank {string} {int} times for {decimal}\")]")
            .And.Contain("public void WhenFrankTimesFor(string p0, int p1, decimal p2)")
            .And.Contain("throw new PendingStepException();");
        outcome.Output.Should().Contain("-> undefined").And.Contain("Then it is noted").And.Contain("-> skipped because of previous errors");
        outcome.Output.Should().NotContain("it is noted!");
    }

    /// <summary>A definition that throws PendingStepException fails the scenario and names the step.</summary>
    [Fact]
    public async Task A_pending_step_fails()
    {
        var outcome = await new ScenarioLab(typeof(Steps)).RunAsync("Given something unwritten", "Then it is noted");

        outcome.Error!.Message.Should().StartWith("Test pending: One or more step definitions are not implemented yet.").And.Contain("something unwritten");
    }

    /// <summary>What reqnroll.json makes of undefined and pending steps.</summary>
    [Theory]
    [InlineData("Pending", "Given no such step", "Test pending: *")]
    [InlineData("Inconclusive", "Given no such step", "Test inconclusive: *")]
    [InlineData("Ignore", "Given no such step", "$XunitDynamicSkip$No matching step definition found*")]
    [InlineData("Error", "Given no such step", "No matching step definition found*[Given(\"no such step\")]*")]
    [InlineData("Inconclusive", "Given something unwritten", "Test inconclusive: *")]
    [InlineData("Ignore", "Given something unwritten", "$XunitDynamicSkip$One or more*")]
    [InlineData("Error", "Given something unwritten", "One or more step definitions are not implemented yet.*")]
    public async Task Unfinished_scenarios_end_as_configured(string configured, string step, string message)
    {
        var settings = Settings.Parse($$"""{ "runtime": { "missingOrPendingStepsOutcome": "{{configured}}" } }""", "", _ => null);

        var outcome = await new ScenarioLab(typeof(Steps)) { Settings = settings }.RunAsync(step);

        outcome.Error!.Message.Should().Match(message);
    }

    /// <summary>Two definitions for one step: both are named.</summary>
    [Fact]
    public async Task An_ambiguous_step_fails()
    {
        var outcome = await new ScenarioLab(typeof(Steps)).RunAsync("Given two of a kind");

        outcome.Error.Should().BeOfType<AmbiguousBindingException>();
        outcome.Error!.Message.Should().Match("Ambiguous step definitions found for step 'Given two of a kind':*One(*Other(*");
    }

    /// <summary>The step's own error is what the test fails by, with its own stack.</summary>
    [Fact]
    public async Task A_failing_step_fails_by_its_own_error()
    {
        var outcome = await new ScenarioLab(typeof(Steps)).RunAsync("When it breaks", "Then it is noted");

        outcome.Error.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("broken");
        outcome.Error!.StackTrace.Should().Contain("Steps.Breaks");
        outcome.Output.Should().Contain("-> error: broken").And.NotContain("it is noted!");
    }

    /// <summary>A definition for When does not answer to Given; And and But have the kind of the step before.</summary>
    [Theory]
    [InlineData(false, "Given it is done")]
    [InlineData(true, "When it is done", "And it is done", "But it is done")]
    [InlineData(false, "Given nothing", "And it is done")]
    [InlineData(true, "Given anything", "When anything", "Then anything")]
    public async Task A_definition_answers_to_its_kind(bool passes, params string[] steps)
        => (await new ScenarioLab(typeof(Steps)).RunAsync(steps)).Passed.Should().Be(passes);

    /// <summary>A skip at run time is a skip, with its reason, from a step or through the library.</summary>
    [Theory]
    [InlineData("Given it is skipped by xunit", "no time")]
    [InlineData("Given it is skipped by the library", "not here")]
    public async Task A_skip_gives_its_reason(string step, string reason)
    {
        var outcome = await new ScenarioLab(typeof(Steps)).RunAsync(step, "Then it is noted");

        outcome.SkipReason.Should().Be(reason);
        outcome.Output.Should().Contain($"-> skipped: {reason}").And.NotContain("it is noted!");
    }

    /// <summary>A dry run finds every definition and calls none.</summary>
    [Fact]
    public async Task A_dry_run_calls_nothing()
    {
        var settings = new Settings { IsDryRun = true };

        (await new ScenarioLab(typeof(Steps)) { Settings = settings }.RunAsync("When it breaks")).Passed.Should().BeTrue();
        (await new ScenarioLab(typeof(Steps)) { Settings = settings }.RunAsync("When no one knows")).Passed.Should().BeFalse();
    }

    private sealed class Steps(IObjectContainer container, IReqnrollOutputHelper output)
    {
        [Given("nothing")]
        public static void Nothing()
        {
        }

        [StepDefinition("anything")]
        public static ValueTask Anything() => ValueTask.CompletedTask;

        [When("it is done")]
        public static Task Done() => Task.CompletedTask;

        [When("it breaks")]
        public static async Task Breaks()
        {
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }

        [Given("something unwritten")]
        public static void Unwritten() => throw new PendingStepException();

        [Given("two of a kind")]
        public static void One()
        {
        }

        [Given("two {word} a kind")]
        public static void Other(string word) => word.Should().NotBeNull();

        [Given("it is skipped by xunit")]
        public static void SkippedByXunit() => Assert.Skip("no time");

        [Given("it is skipped by the library")]
        public void SkippedByTheLibrary() => container.Resolve<IUnitTestRuntimeProvider>().TestIgnore("not here");

        [Then("it is noted")]
        public void Noted() => output.WriteLine("it is noted!");
    }
}
