using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Properties;

/// <summary>What the AI says, and what it was asked.</summary>
[Binding]
public sealed class AiSteps(AiWitness ai, AnalysisDriver analyses, Cast cast, Lifetime lifetime)
{
    [Given("the AI gives {persons} properties a score of {decimal}")]
    public Task GivesAScore(Actor person, decimal score) => ai.ScoreAsync(person, score, lifetime.Token);

    [Given("the AI gives {persons} properties a score of {decimal} without a word")]
    public Task GivesAScoreAlone(Actor person, decimal score) => ai.ScoreAloneAsync(person, score, lifetime.Token);

    [Given("the AI reads {int} tokens and writes {int} for {person}")]
    public Task CountsTokens(int read, int written, Actor person) => ai.CountTokensAsync(person, read, written, lifetime.Token);

    [Given("the AI answers {person} no more")]
    [When("the AI answers {person} no more")]
    public Task AnswersNoMore(Actor person) => ai.FailAsync(person, failing: true, lifetime.Token);

    [When("the AI answers {person} again")]
    public Task AnswersAgain(Actor person) => ai.FailAsync(person, failing: false, lifetime.Token);

    [Then("the AI was asked once in {persons} name")]
    public Task WasAskedOnce(Actor person) => ai.ShouldHaveBeenAskedAsync(person, 1, lifetime.Token);

    [Then("the AI was not asked")]
    public Task WasNotAsked() => ai.ShouldHaveBeenAskedAsync(cast.InFocus, 0, lifetime.Token);

    [Then("the AI was told {string}")]
    public Task WasTold(string passage) => ai.ShouldHaveBeenToldAsync(cast.InFocus, [passage], lifetime.Token);

    [Then("the AI was given the whole description")]
    public Task WasGivenTheDescription() =>
        ai.ShouldHaveBeenToldAsync(cast.InFocus, [analyses.AskedBy(cast.InFocus).Description ?? ""], lifetime.Token);

    [Then("the analysis tells of {int} tokens read and {int} written")]
    public void TellsOfTokens(int read, int written) => AiWitness.ShouldHaveReadBack(cast.InFocus, read, written);
}
