using FluentAssertions;
using PropIQ.LivingDocs.Messages;
using PropIQ.LivingDocs.Model;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Reading;

/// <summary>Runs that did not end as runs do, and messages that are not as expected.</summary>
public sealed class BrokenRunTests
{
    [Fact]
    public void A_run_that_was_cut_off_lists_every_scenario()
    {
        var messages = new RunWriter().Feature(Sample.Uri, Sample.Feature, scenario => scenario.Name switch
        {
            "The sixth" => Course.Well,
            "Warned at 4" => new Course(EndsBefore: 1),
            _ => null,
        }).CutOff();

        var model = Pages.Of(messages);

        model.Run.IsWhole.Should().BeFalse();
        model.Run.Troubles.Should().ContainSingle().Which.What.Should().Contain("cut off");
        model.Scenarios.Select(scenario => scenario.Status).Should().Equal(Status.Passed, Status.CutOff, Status.NotRun, Status.NotRun);
        model.Promise("warning").Status.Should().Be(Status.NotRun);
    }

    [Fact]
    public void Features_that_never_began_are_not_run()
    {
        var model = Pages.Of(new RunWriter().Ended());

        model.Scenarios.Should().HaveCount(4).And.OnlyContain(scenario => scenario.Status == Status.NotRun);
        model.Scenarios[0].Steps.Should().HaveCount(3, "their words are shown all the same");
    }

    [Fact]
    public void Without_any_messages_everything_is_not_run()
    {
        var model = Pages.Of();

        model.Scenarios.Should().OnlyContain(scenario => scenario.Status == Status.NotRun);
        model.Run.IsWhole.Should().BeFalse();
    }

    [Fact]
    public void A_feature_whose_preparation_failed_is_not_run_and_says_why()
    {
        var messages = new RunWriter().FailedHook("PrepareTheFeature", "The house is on fire").Feature(Sample.Uri, Sample.Feature, _ => null).Ended(success: false);

        var model = Pages.Of(messages);

        model.Run.Troubles.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Detail = "The house is on fire" });
        model.Run.Troubles[0].What.Should().Contain("PrepareTheFeature");
        model.Scenarios.Should().OnlyContain(scenario => scenario.Status == Status.NotRun && scenario.Reason!.Contains("The house is on fire"));
    }

    [Fact]
    public void The_parts_of_a_run_make_one_page()
    {
        var first = Pages.Run(scenario => scenario.Name == "The sixth" ? Course.Well : null);
        var second = Pages.Run(scenario => scenario.Name != "The sixth" ? Course.Well : null);

        Pages.Of(first, second).Scenarios.Should().HaveCount(4).And.OnlyContain(scenario => scenario.Status == Status.Passed);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"pickle\":{\"id\":7}}")]
    [InlineData("{\"testStepFinished\":{\"testCaseStartedId\":\"99\",\"testStepId\":\"98\"}}")]
    [InlineData("{}")]
    public void Lines_of_another_kind_are_passed_over(string line)
    {
        var model = Pages.Of(line + "\n" + Pages.Run(_ => Course.Well));

        model.Scenarios.Should().OnlyContain(scenario => scenario.Status == Status.Passed);
    }

    [Fact]
    public void Scenarios_are_found_by_name_when_the_writer_counts_lines_otherwise()
    {
        var messages = Pages.Run(scenario => scenario.Name == "Warned at 5" ? null : Course.Well).Replace("\"line\":", "\"line\":90", StringComparison.Ordinal);

        Pages.Of(messages).Scenarios.Select(scenario => scenario.Status).Should().Equal(Status.Passed, Status.Passed, Status.NotRun, Status.Passed);
    }

    [Fact]
    public void What_ran_from_a_text_that_cannot_be_read_is_listed_all_the_same()
    {
        var messages = Pages.Run(_ => Course.Well).Replace(Sample.Uri, "Features/other.feature.md", StringComparison.Ordinal)
            .Replace("@persona:frank\\nFeature: Free", "# Feature of another kind\\n", StringComparison.Ordinal);

        var ran = Pages.Of(messages).Scenarios.Where(scenario => scenario.Feature == "other.feature.md");

        ran.Should().HaveCount(4).And.OnlyContain(scenario => scenario.Status == Status.Passed);
    }

    [Fact]
    public void The_evidence_is_bounded()
    {
        var store = new EvidenceStore(mostPackedInAll: 150);
        var log = RunWriter.Read(Pages.Run(_ => new Course(Evidence: "{\"repeat\":\"again\",\"run\":{\"seed\":\"1\"}}")));

        var ids = log.Attempts.Select(attempt => store.Add(attempt)).ToList();

        ids.Select(each => each?.Id).Should().Equal("evidence-0", null, null, null);
        ids.Should().OnlyContain(each => each!.Value.Repeat == "again");
        store.LeftOut.Should().Be(3);
    }

    [Fact]
    public void A_file_that_is_still_written_can_be_read()
    {
        using var folder = new FeaturesOnDisk();
        var path = Path.Combine(folder.Path, "messages.ndjson");
        using var writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        writer.Write(Pages.Run(_ => Course.Well));

        MessageFile.Read(path).Attempts.Should().HaveCount(4);
    }

    [Fact]
    public void A_byte_order_mark_and_another_systems_line_ends_are_no_broken_lines()
    {
        var log = RunWriter.Read($"\uFEFF{Pages.Run(_ => Course.Well).Replace("\n", "\r\n", StringComparison.Ordinal)}\r\n");

        log.UnreadableLines.Should().Be(0);
        log.Meta.Should().NotBeNull();
        log.Attempts.Should().HaveCount(4);
    }
}
