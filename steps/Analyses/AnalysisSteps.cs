using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>Analysing properties.</summary>
[Binding]
public sealed class AnalysisSteps(AnalysisDriver analyses, AnalysisChecks checks, AllowanceChecks allowance, Cast cast, Lifetime lifetime)
{
    [When("{person} analyses {string}")]
    public Task Analyses(Actor person, string address) => analyses.AnalyzeAsync(person, address, lifetime.Token);

    [When("{person} analyses another property")]
    [When("{person} analyses one more property")]
    public Task AnalysesAnother(Actor person) => analyses.AnalyzeAnotherAsync(person, lifetime.Token);

    [Given("{person} has since analysed {int} properties")]
    [When("{person} analyses {int} properties")]
    [When("{person} analyses {int} different properties")]
    public Task AnalysesSeveral(Actor person, int count) => analyses.UseUpAsync(person, count, lifetime.Token);

    [When("{person} tries to have {int} properties analysed")]
    public Task TriesSeveral(Actor person, int count) => analyses.TryAsync(person, count, lifetime.Token);

    [When("{person} analyses a house for {money}")]
    public Task AnalysesAHouse(Actor person, decimal price) => analyses.AnalyzeForAsync(person, price, lifetime.Token);

    [When("{person} analyses {string} as {string} for {money}")]
    public Task AnalysesAs(Actor person, string address, string type, decimal price) => analyses.AnalyzeAsync(person, address, type, price, lifetime.Token);

    [Then("the analysis keeps the address, the type and the price")]
    public Task KeepsWhatWasAsked() => checks.ShouldKeepWhatWasAskedAsync(cast.InFocus, lifetime.Token);

    [Then("{person} gets the analysis")]
    public void IsDone(Actor person) => checks.LastShouldHaveWorked(person);

    [Then("{person} has got the analysis at once")]
    public void IsDoneAtOnce(Actor person) => checks.LastShouldHaveWorkedAtOnce(person);

    [Then("{person} has waited for as long as PropIQ waits for the AI, and no longer")]
    public void HasWaited(Actor person) => checks.LastShouldHaveBeenGivenUpInTime(person);

    [Then("{person} is pointed to {plan}")]
    public void IsPointedTo(Actor person, PromisedPlan plan) => allowance.ShouldPointToUpgrade(person, plan);

    [Then("{person} is pointed to no plan")]
    public void IsPointedToNoPlan(Actor person) => allowance.ShouldPointToUpgrade(person, null);

    [Then("{person} is told that {int} of {int} are used")]
    public Task IsToldUsed(Actor person, int used, int limit) => allowance.ShouldSayUsedUpAsync(person, used, limit, lifetime.Token);

    [Then("the analysis counts as {int} of {int}")]
    public Task CountsAs(int used, int limit) => checks.ShouldCountAsync(cast.InFocus, used, limit, lifetime.Token);

    [Then("{person} is warned {string}")]
    public void IsWarned(Actor person, string sentence) => checks.ShouldWarn(person, sentence);

    [Then("{person} is warned one after the other:")]
    public void IsWarnedEachTime(Actor person, DataTable warnings) => checks.ShouldHaveWarned(person, [.. warnings.Rows.Select(row => row["warning"])]);

    [Then("{person} is warned, one way round or the other, {string} and {string}")]
    public void IsWarnedOfBoth(Actor person, string one, string other) => checks.ShouldHaveWarnedInAnyOrder(person, [one, other]);

    [Then("{person} is not warned")]
    public void IsNotWarned(Actor person) => checks.ShouldNotWarn(person);
}
