using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>What the AI is asked, what it says, and what that costs.</summary>
[Binding]
public sealed class AiSteps(AnalysisDriver analyses, AiChecks checks, Cast cast, Lifetime lifetime)
{
    [Given("the AI says {string} of {persons} property")]
    public Task Says(string summary, Actor person) => analyses.ModelSaysAsync(person, new AiScript(Summary: summary), lifetime.Token);

    [Given("the AI has {int} words to say of {persons} property")]
    public Task HasMuchToSay(int words, Actor person) => analyses.ModelSaysAsync(person, new AiScript(Summary: string.Join(' ', Enumerable.Repeat("well", words))), lifetime.Token);

    [When("{person} analyses a property for which the AI reads {int} tokens and writes {int}")]
    public async Task AnalysesFor(Actor person, int input, int output)
    {
        await analyses.ModelSaysAsync(person, new AiScript(InputTokens: input, OutputTokens: output), lifetime.Token);
        await analyses.AnalyzeAnotherAsync(person, lifetime.Token);
    }

    [Then("the analysis of {int} and {int} tokens costs {money}")]
    public Task Costs(int input, int output, decimal dollars) => checks.ShouldCostAsync(cast.InFocus, input, output, dollars, lifetime.Token);

    [Then("the AI was not asked about it")]
    public Task WasNotAsked() => checks.ShouldHaveBeenAskedAsync(cast.InFocus, 0, lifetime.Token);

    [Then("the AI was asked about it once, in {persons} name")]
    public Task WasAskedOnce(Actor person) => checks.ShouldHaveBeenAskedAsync(person, 1, lifetime.Token);
}
