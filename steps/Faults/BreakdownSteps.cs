using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Faults;

/// <summary>What PropIQ depends on breaks, and is mended again.</summary>
[Binding]
public sealed class BreakdownSteps(
    Breakdowns breakdowns, FaultDriver faults, RefusalChecks refusals, AnalysisDriver analyses, Snapshots snapshots, Cast cast, Lifetime lifetime)
{
    [Given("the AI {trouble} for {person}")]
    public Task AiIsInTrouble(AiTrouble trouble, Actor person) => breakdowns.TroubleAiAsync(person, trouble, 1, lifetime.Token);

    [Given("the AI {trouble} for {person} again and again")]
    public Task AiIsInLastingTrouble(AiTrouble trouble, Actor person) => breakdowns.TroubleAiAsync(person, trouble, null, lifetime.Token);

    [Given("the database stops answering for {person}")]
    public Task DatabaseStops(Actor person) => breakdowns.StallDatabaseAsync(person, lifetime.Token);

    [Given("the database stops answering for {person} for half a second")]
    public Task DatabaseStopsBriefly(Actor person) => faults.StallDatabaseAsync(person, TimeSpan.FromSeconds(0.5), lifetime.Token);

    [Given("PropIQ's {surrounding} {condition}")]
    public Task Breaks(Surrounding surrounding, Condition condition) =>
        breakdowns.BreakAsync(cast.InFocus, surrounding, condition, lifetime.Token);

    [Then("{person} is told that it timed out")]
    public void IsToldThatItTimedOut(Actor person) => refusals.ShouldBeRefused(person, Refusals.Because("the database timed out"));

    [Then("{person} reads nothing of what the AI said")]
    public void ReadsNothingOfTheAi(Actor person) => breakdowns.NothingOfTheAiShouldShow(person);

    [Then("{persons} history and count are unchanged")]
    public Task AreUnchanged(Actor person) => snapshots.ShouldBeUnchangedAsync(person, lifetime.Token);

    [Then("once it recovers, {persons} history and count are unchanged")]
    [Then("once PropIQ is back, {persons} history and count are unchanged")]
    public async Task AreUnchangedOnceRecovered(Actor person)
    {
        await breakdowns.MendAsync(lifetime.Token);
        await snapshots.ShouldBeUnchangedAsync(person, lifetime.Token);
    }

    [Then("{persons} next analysis works")]
    public async Task NextWorks(Actor person)
    {
        await breakdowns.MendAsync(lifetime.Token);
        await analyses.UseUpAsync(person, 1, lifetime.Token);
    }
}
