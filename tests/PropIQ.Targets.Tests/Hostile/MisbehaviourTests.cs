using FluentAssertions;
using PropIQ.Targets.Tests.Runs;
using Xunit;

namespace PropIQ.Targets.Tests.Hostile;

/// <summary>
/// Whatever comes instead of an answer, a scenario fails in a sentence of its own: none passes, none crashes, none waits for ever.
/// </summary>
/// <remarks>A choice of features is run, unless <c>PROPIQ_TARGETS_ALL=1</c> asks for all of them.</remarks>
public sealed class MisbehaviourTests
{
    private static readonly string[] SomeFeatures =
    [
        "Access tokens", "Expiry by the machine's own clock", "Logging in", "Passwords", "Renewing a session", "Signing up", "One customer, several devices",
        "The lender's question", "Numbers that make no deal", "Messages to support", "Comparing properties", "How many properties are compared",
        "The profile", "Too many requests", "Passers-by in a hurry", "Prices", "Visits are seen by Microsoft Clarity",
        "Frank, first-time investor, goes from Free to Starter", "Will, weekend warrior, makes the most of Free", "Exports", "The history",
        "What is one customer's is nobody else's", "Which refusal comes first",
    ];

    // Who refuses everybody everything keeps the promise that strangers are refused, and health is what it should be.
    private static readonly string[] Kept = ["Mallory tries every door", "PropIQ's health", "PropIQ that is well"];

    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["JWT_SECRET"] = "a-key-that-opens-nothing-at-all-0123456789",
        ["STRIPE_WEBHOOK_SECRET"] = "whsec_opens_nothing",
    };

    [Fact]
    public async Task Whatever_comes_instead_of_an_answer_fails_in_a_sentence()
    {
        await using var odd = await OddPropIq.StartAsync(Misbehaviour.All, TestContext.Current.CancellationToken);

        using var run = await Stand.PlayAsync($"base_url: {odd.Url}\ntimeout: 1", Secrets, Filter());

        odd.Met.Values.Should().HaveCount(Misbehaviour.All.Count).And.OnlyContain(times => times > 1);
        run.Ended("passed").Select(test => test.Name).Where(name => !Kept.Any(name.Contains)).Should().BeEmpty("nothing was done");
        run.Ended("failed").Should().HaveCountGreaterThan(100, run.Output);
        run.Ended("failed").Where(test => !test.IsJudged).Should().BeEmpty("a scenario judges, and does not break down");
    }

    /// <summary>What looks most like answers fools no scenario, though it is all that is ever answered.</summary>
    [Fact]
    public async Task Shapes_without_content_pass_for_nothing()
    {
        await using var odd = await OddPropIq.StartAsync([Misbehaviour.OnlyShapes], TestContext.Current.CancellationToken);

        using var run = await Stand.PlayAsync($"base_url: {odd.Url}\ntimeout: 1", Secrets);

        run.Ended("passed").Select(test => test.Name).Where(name => !Kept.Any(name.Contains)).Should().BeEmpty("nothing was done");
        run.Ended("failed").Should().HaveCountGreaterThan(300, run.Output);
    }

    private static string[] Filter() => Environment.GetEnvironmentVariable("PROPIQ_TARGETS_ALL") == "1"
        ? []
        : ["--filter-trait", .. SomeFeatures.Select(title => $"FeatureTitle={title}")];
}
