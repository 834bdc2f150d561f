using FluentAssertions;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Messages;
using PropIQ.LivingDocs.Model;
using PropIQ.LivingDocs.Output;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Reading;

/// <summary>What is said of a scenario by comparison with earlier runs, and of rules by comparison with a revision.</summary>
public sealed class SinceLastTimeTests
{
    private static readonly Course Failing = new(FailsAt: 0, Message: "no");
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("p", "f", "regressed")]
    [InlineData("f", "f", "broken")]
    [InlineData("f", "p", "fixed")]
    [InlineData("p", "p", "")]
    [InlineData(".", "p", "new")]
    [InlineData(".", "f", "broken,new")]
    [InlineData("pf", "p", "fixed,flaky")]
    [InlineData("pfp", "p", "flaky")]
    [InlineData("fp.", "f", "regressed,flaky")]
    [InlineData("p.", ".", "")]
    [InlineData("", "p", "")]
    public void Labels_follow_their_definitions(string before, string now, string labels)
    {
        var past = new Past();
        for (var run = 0; run < before.Length; run++)
        {
            past.Add(RunWriter.Read(Pages.Run(scenario => scenario.Name == "The sixth" ? Played(before[run]) : Course.Well, Day.AddDays(run))));
        }

        var model = Pages.Of(past, Pages.Run(scenario => scenario.Name == "The sixth" ? Played(now[0]) : Course.Well, Day.AddDays(50)));

        string.Join(',', model.Scenario("The sixth").Since).Should().Be(labels);
        model.Since.Runs.Should().HaveCount(before.Length);
    }

    [Fact]
    public void Every_label_is_explained()
    {
        Past.Definitions.Select(definition => definition.Label).Should().Equal("regressed", "broken", "fixed", "flaky", "new");
        Past.Definitions.Should().OnlyContain(definition => definition.Meaning.Length > 10);
    }

    [Fact]
    public void The_history_keeps_how_the_newest_runs_ended()
    {
        using var folder = new FeaturesOnDisk();
        var history = Path.Combine(folder.Path, "history");
        for (var run = 0; run < 4; run++)
        {
            History.Keep(KeptRun.Of(RunWriter.Read(Pages.Run(scenario => scenario.Name == "The sixth" ? Failing : Course.Well, Day.AddDays(run)))), history, most: 3);
        }

        File.WriteAllText(Path.Combine(history, "cut-off.json"), "{\"StartedAt\":");
        var past = Past.Read(history, Day.AddDays(3));
        past.Runs.Select(run => run.StartedAt).Should().Equal([Day.AddDays(1), Day.AddDays(2)], "a run is not compared with itself");
        past.Runs.Should().OnlyContain(run => run.IsWhole && run.Passed == 3 && run.Failed == 1);
    }

    [Fact]
    public void Rules_are_compared_by_their_words()
    {
        var before = FeatureReader.Read("free.feature", Sample.Feature)!;
        var now = FeatureReader.Read("free.feature", Sample.Feature.Replace("he analyses one more", "he analyses another").Replace("Addresses of any script", "Addresses of all scripts"))!;

        Revisions.Compare([before], [now]).Select(change => $"{change.Change}: {change.Rule}").Should().Equal(
            "added: Addresses of all scripts", "changed: Five analyses a month", "removed: Addresses of any script");
    }

    private static Course? Played(char letter) => letter switch
    {
        'p' => Course.Well,
        'f' => Failing,
        _ => null,
    };
}
