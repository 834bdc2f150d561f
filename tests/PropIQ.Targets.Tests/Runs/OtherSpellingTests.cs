using FluentAssertions;
using Xunit;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>The suite against a PropIQ behind another prefix and with other member names, known by a target file alone.</summary>
/// <remarks>A choice of features is run, unless <c>PROPIQ_TARGETS_ALL=1</c> asks for all of them.</remarks>
public sealed class OtherSpellingTests(Stand stand) : IClassFixture<Stand>
{
    private static readonly string[] SomeFeatures = ["Prices", "Signing up", "Which refusal comes first", "PropIQ fails while Stripe tells", "The same property twice"];

    private static string[] Filter => Environment.GetEnvironmentVariable("PROPIQ_TARGETS_ALL") == "1"
        ? []
        : ["--filter-trait", .. SomeFeatures.Select(title => $"FeatureTitle={title}"), "Category=smoke", "Category=own-host"];

    [Fact]
    public async Task With_everything_around_it_at_hand_all_of_it_passes()
    {
        await using var gateway = await stand.GatewayAsync();

        using var run = await Stand.PlayAsync($"base_url: {gateway.Url}\n{Stand.Spelling}", stand.EverySecret(), Filter);

        run.Ended("failed").Should().BeEmpty(run.Output);
        run.Ended("passed").Should().HaveCountGreaterThan(20);
        run.Ended("skipped").Should().OnlyContain(test => test.Name.Contains("stopwatch"), "only strong hashing cannot be had there");
        run.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task With_nothing_at_hand_what_needs_nothing_passes_and_the_rest_says_what_is_missing()
    {
        await using var gateway = await stand.GatewayAsync();

        using var run = await Stand.PlayAsync($"base_url: {gateway.Url}\n{Stand.Spelling}", [], Filter);

        run.Ended("failed").Should().BeEmpty(run.Output);
        run.Ended("passed").Should().NotBeEmpty();
        run.Ended("skipped").Should().NotBeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex(@"\d+ of \d+ scenarios could not be checked here: .*clock \(\d+\)").And.Contain("Run against other at ");
        run.Read("conformance.yaml").Should().Contain("target: other").And.Contain("not_checkable").And.Contain("- clock");
    }
}
