using FluentAssertions;
using PropIQ.LivingDocs.Model;
using PropIQ.LivingDocs.Output;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Reading;

/// <summary>What a run says of scenarios, promises and clauses.</summary>
public sealed class StatusTests
{
    private static readonly Course Failing = new(FailsAt: 1, Message: "Frank should have been refused, but was not");

    [Fact]
    public void A_promise_is_kept_when_all_its_scenarios_passed()
    {
        var model = Pages.Of(Pages.Run(_ => Course.Well));

        model.Promise("block").Status.Should().Be(Status.Kept);
        model.Promise("warning").Status.Should().Be(Status.Kept);
        model.Promise("warning").Scenarios.Should().HaveCount(2, "an outline is as many scenarios as it has rows");
    }

    [Fact]
    public void A_promise_is_broken_when_one_of_its_scenarios_failed()
    {
        var model = Pages.Of(Pages.Run(scenario => scenario.Name == "Warned at 5" ? Failing : Course.Well));

        model.Promise("warning").Status.Should().Be(Status.Broken);
        model.Promise("warning").Note.Should().Be("1 of 2 scenarios failed");
        model.Scenario("Warned at 5").Reason.Should().Be("Frank should have been refused, but was not");
        Headline.Of(model).Should().Be("1 of 4 promises is broken: 1 medium. Hurt: Frank and Will.");
    }

    [Fact]
    public void What_ran_only_in_part_is_not_kept()
    {
        var model = Pages.Of(Pages.Run(scenario => scenario.Name == "Warned at 5" ? null : Course.Well));

        model.Promise("warning").Status.Should().Be(Status.NotRun);
        model.Promise("warning").Note.Should().Be("only 1 of 2 scenarios ran, and passed");
        Headline.Of(model).Should().Be("No promise is known to be broken; 2 of 4 are kept, 1 did not run in full, 1 without a scenario.");
    }

    [Fact]
    public void A_skipped_scenario_keeps_nothing_and_names_what_was_missing()
    {
        var skipped = new Course(FailsAt: 0, Status: "SKIPPED", Message: "This PropIQ cannot be checked here: it lacks the capability \"clock\".");

        var model = Pages.Of(Pages.Run(scenario => scenario.Name.StartsWith("Warned", StringComparison.Ordinal) ? skipped : Course.Well));

        model.Promise("warning").Status.Should().Be(Status.NotRun);
        model.Scenario("Warned at 4").Status.Should().Be(Status.Skipped);
        model.Scenario("Warned at 4").Capability.Should().Be("clock");
        model.Totals.Promises[Status.Kept].Should().Be(2);
    }

    [Fact]
    public void A_promise_without_a_scenario_says_so() => Pages.Of(Pages.Run(_ => Course.Well)).Promise("forgotten").Status.Should().Be(Status.NoScenario);

    [Fact]
    public void A_clause_is_as_good_as_the_worst_of_its_promises()
    {
        var clauses = Pages.Of(Pages.Run(scenario => scenario.Name == "The sixth" ? Failing : Course.Well)).Clauses.ToDictionary(clause => clause.Number, clause => clause.Status);

        clauses.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["1.1"] = Status.Kept,
            ["3.3"] = Status.NoScenario,
            ["3.5"] = Status.Broken,
            ["9"] = Status.NoScenario,
        });
    }

    [Theory]
    [InlineData("UNDEFINED")]
    [InlineData("PENDING")]
    [InlineData("AMBIGUOUS")]
    public void A_step_without_a_finished_binding_fails_its_scenario(string status)
    {
        var model = Pages.Of(Pages.Run(scenario => scenario.Name == "The sixth" ? new Course(FailsAt: 0, Status: status) : Course.Well));

        model.Scenario("The sixth").Status.Should().Be(Status.Failed);
        model.Scenario("The sixth").Reason.Should().NotBeNullOrEmpty();
        model.Steps.Undefined.Should().HaveCount(status == "UNDEFINED" ? 1 : 0);
    }

    [Fact]
    public void A_sentence_is_proven_by_the_scenarios_that_quote_it()
    {
        var sentences = Pages.Of(Pages.Run(scenario => scenario.Name == "Warned at 4" ? Failing : Course.Well)).Sentences;

        sentences[0].Status.Should().Be(Status.Kept);
        sentences[0].Scenarios.Should().HaveCount(1);
        sentences[1].Status.Should().Be(Status.Broken);
        sentences[1].Scenarios.Should().HaveCount(2);
    }

    [Fact]
    public void Unused_bindings_are_listed()
    {
        var messages = new RunWriter().Binding("he dances").Feature(Sample.Uri, Sample.Feature, _ => Course.Well).Ended();

        Pages.Of(messages).Steps.Unused.Should().ContainSingle().Which.Expression.Should().Be("he dances");
    }
}
