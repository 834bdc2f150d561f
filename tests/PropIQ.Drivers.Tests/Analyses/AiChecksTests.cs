using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class AiChecksTests : IDisposable
{
    private const string Elm = "12 Elm St, Austin, TX 78701";
    private static readonly Analysis Original = Made.Analysis(address: Elm);
    private readonly MadeUpStage stage = new();
    private readonly AiChecks checks;
    private readonly AiWitness witness;

    public AiChecksTests()
    {
        checks = new AiChecks(stage.Target, stage.Analyses, new AnalysisChecks(stage.Analyses, stage.History, stage.Accounts, stage.Time), stage.History);
        witness = new AiWitness(stage.Target);
        Paula.UserId = "u-1";
        stage.PropIq.Answers("POST /propiq/analyze", Original);
        stage.PropIq.Answers("GET /propiq/analyses/a-1", Original);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public async Task About_a_property_the_AI_is_asked_so_often_in_that_persons_name()
    {
        await stage.Analyses.AnalyzeAsync(Paula, Elm, Cancellation);
        stage.Ai.Calls = [Asked($"Rate {Elm}."), Asked("Rate 7 Oak St."), Asked($"Rate {Elm}.") with { User = "u-2" }];

        await Verdicts.HoldsAsync(() => checks.ShouldHaveBeenAskedAsync(Paula, 1, Cancellation));
        await Verdicts.FailsAsync(
            () => checks.ShouldHaveBeenAskedAsync(Paula, 2, Cancellation), $"The AI should have been asked 2 times about Paula's \"{Elm}\", but was asked 1 times");
        var blind = new AiChecks(stage.Target with { Ai = null }, stage.Analyses, new AnalysisChecks(stage.Analyses, stage.History, stage.Accounts, stage.Time), stage.History);
        (await FluentActions.Awaiting(() => blind.ShouldHaveBeenAskedAsync(Paula, 1, Cancellation)).Should().ThrowAsync<MissingCapabilityException>())
            .Which.Capability.Should().Be("openai-faults");
    }

    [Fact]
    public async Task Where_no_address_was_submitted_the_feature_is_wrong()
    {
        await stage.Analyses.AnalyzeAsync(Paula, new PropertyToAnalyze(null), Cancellation);

        (await FluentActions.Awaiting(() => checks.ShouldHaveBeenAskedAsync(Paula, 0, Cancellation)).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("Paula has asked about no address: a When is missing.");
    }

    [Fact]
    public async Task A_cost_is_not_rounded_and_is_kept_with_model_and_tokens()
    {
        await Verdicts.HoldsAsync(() => CostAsync(Original));
        await Verdicts.HoldsAsync(() => CostAsync(Original with { CostUsd = 0.000315m + 9e-15m, Model = "gpt-4o-mini-2024-07-18" }));
        await Verdicts.FailsAsync(() => CostAsync(Original with { CostUsd = 0.000315m + 1e-14m }), "Paula's analysis should cost $0.000315, but costs $0.00031500000001");
        await Verdicts.FailsAsync(() => CostAsync(Original with { CostUsd = 0.000315m - 1e-14m }), "Paula's analysis should cost $0.000315, but costs $0.00031499999999");
        await Verdicts.FailsAsync(() => CostAsync(Original with { CostUsd = null }), "Paula's analysis should cost $0.000315, but costs nothing that is said");
        const string tokens = "Paula's analysis should name 900 tokens read and 300 written, but names ";
        await Verdicts.FailsAsync(() => CostAsync(Original with { Tokens = new TokenCount(901, 300) }), tokens + "TokenCount { Input = 901, Output = 300 }");
        await Verdicts.FailsAsync(() => CostAsync(Original with { Tokens = new TokenCount(900, 301) }), tokens + "TokenCount { Input = 900, Output = 301 }");
        await Verdicts.FailsAsync(() => CostAsync(Original with { Tokens = null }), tokens);
        await Verdicts.FailsAsync(() => CostAsync(Original with { Model = "gpt-4o" }), "Paula's analysis should be made by gpt-4o-mini, but names gpt-4o");
        await Verdicts.FailsAsync(() => CostAsync(Original with { Model = null }), "Paula's analysis should be made by gpt-4o-mini, but names no model");
        await Verdicts.FailsAsync(() => CostAsync(Original with { AnalysisId = null }), "PropIQ's answer should give the analysis's id, but does not");
    }

    [Fact]
    public async Task What_is_kept_costs_the_same()
    {
        stage.PropIq.Answers("GET /propiq/analyses/a-1", Original with { CostUsd = 0.01m });

        await Verdicts.FailsAsync(() => CostAsync(Original), "Paula's analysis should cost $0.000315, but costs $0.01");
    }

    [Fact]
    public async Task The_AI_is_asked_so_often_and_each_time_the_right_one()
    {
        stage.Ai.Calls = [Asked("A"), Asked("B") with { Model = "", Deployment = "gpt-4o-mini-eu" }];

        await Verdicts.HoldsAsync(() => witness.ShouldHaveBeenAskedAsync(Paula, 2, Cancellation));
        await Verdicts.FailsAsync(() => witness.ShouldHaveBeenAskedAsync(Paula, 1, Cancellation), "The AI should have been asked 1 times in Paula's name, but was 2 times");
        stage.Ai.Calls = [Asked("A"), Asked("B") with { Model = "gpt-4o", Deployment = "gpt-4o-mini" }];
        await Verdicts.FailsAsync(
            () => witness.ShouldHaveBeenAskedAsync(Paula, 2, Cancellation), "Paula's questions should go to gpt-4o-mini, but went to gpt-4o-mini, gpt-4o");
    }

    [Fact]
    public async Task What_the_AI_was_told_last_has_its_passages_in_order()
    {
        stage.Ai.Calls = [Asked("first second"), Asked("one two one")];

        await Verdicts.HoldsAsync(() => ToldAsync("one", "two", "one"));
        stage.Ai.Calls = [Asked("""a \"b\" c\\d \u003Ce\u003E and one two one""")];
        await Verdicts.HoldsAsync(() => ToldAsync("a \"b\"", "c\\d", "<e>", "one"));
        await Verdicts.FailsAsync(() => ToldAsync("c\\d", "a \"b\""), """The AI should have been told "a "b"" in its place, but was told: a \"b\" c\\d \u003Ce\u003E and one two one""");
        stage.Ai.Calls = [Asked("one two one")];
        await Verdicts.FailsAsync(() => ToldAsync("two", "two"), "The AI should have been told \"two\" in its place, but was told: one two one");
        await Verdicts.FailsAsync(() => ToldAsync("first"), "The AI should have been told \"first\" in its place, but was told: one two one");
        await Verdicts.HoldsAsync(() => witness.ShouldNotHaveBeenToldAsync(Paula, "first", Cancellation));
        await Verdicts.FailsAsync(() => witness.ShouldNotHaveBeenToldAsync(Paula, "two", Cancellation), "The AI should have been told nothing of \"two\", but was told: one two one");
        stage.Ai.Calls = [];
        await Verdicts.FailsAsync(() => ToldAsync(), "The AI should have been asked in Paula's name, but was not");
        await Verdicts.FailsAsync(() => witness.ShouldNotHaveBeenToldAsync(Paula, "two", Cancellation), "The AI should have been asked in Paula's name, but was not");
    }

    [Fact]
    public void Tokens_and_model_are_read_back()
    {
        Verdicts.Holds(() => AiWitness.ShouldHaveReadBack(Paula.Having(Original), 900, 300));
        Verdicts.Fails(() => AiWitness.ShouldHaveReadBack(Paula, 901, 300), "Paula's analysis should say 901 tokens read and 300 written, but says 900 and 300");
        Verdicts.Fails(() => AiWitness.ShouldHaveReadBack(Paula, 900, 301), "Paula's analysis should say 900 tokens read and 301 written, but says 900 and 300");
        Verdicts.Fails(() => AiWitness.ShouldHaveReadBack(Paula.Having(Original with { Tokens = null }), 900, 300), "Paula's analysis should say 900 tokens read and 300 written, but says  and ");
        Verdicts.Fails(() => AiWitness.ShouldHaveReadBack(Paula.Having(Original with { Model = null }), 900, 300), "Paula's analysis should be gpt-4o-mini's, but is nobody's");
        Verdicts.Fails(() => AiWitness.ShouldHaveReadBack(Paula.Having(Original with { Model = "gpt-4o" }), 900, 300), "Paula's analysis should be gpt-4o-mini's, but is gpt-4o's");
    }

    public void Dispose() => stage.Dispose();

    private static AiCall Asked(string prompt) => new("u-1", "mini", "gpt-4o-mini", "key", prompt, Made.Then, 900, 300, 200);

    private Task ToldAsync(params string[] passages) => witness.ShouldHaveBeenToldAsync(Paula, passages, Cancellation);

    private Task CostAsync(Analysis answered)
    {
        Paula.Having(answered);
        return checks.ShouldCostAsync(Paula, 900, 300, 0.000315m, Cancellation);
    }
}
