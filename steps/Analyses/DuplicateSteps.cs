using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Arguments;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>The same property submitted again.</summary>
[Binding]
public sealed class DuplicateSteps(DuplicateDriver duplicates, Lifetime lifetime)
{
    [When("{person} submits {string} {int} times at the same moment")]
    public Task SubmitsTogether(Actor person, string address, int times) => duplicates.SubmitTogetherAsync(person, address, times, lifetime.Token);

    [When("{person} analyses {string} twice, {decimal} seconds apart")]
    public Task AnalysesTwice(Actor person, string address, decimal seconds) =>
        duplicates.SubmitApartAsync(person, address, address, Span(seconds), lifetime.Token);

    [When("{person} analyses {string} {int} times, {decimal} seconds apart")]
    public Task AnalysesInARow(Actor person, string address, int times, decimal seconds) =>
        duplicates.SubmitInARowAsync(person, address, times, Span(seconds), lifetime.Token);

    [When("{person} analyses {string} on his/her {device} and at once on his/her {device}")]
    public Task AnalysesOnBoth(Actor person, string address, string device, string other) =>
        duplicates.SubmitOnBothAsync(person, address, device, other, lifetime.Token);

    [When("{person} analyses {string} and at once {string}")]
    public Task AnalysesAndAtOnce(Actor person, string address, string other) =>
        duplicates.SubmitApartAsync(person, address, other, TimeSpan.Zero, lifetime.Token);

    [When("{person} analyses {string} and at once again for {money}")]
    public Task AnalysesRepriced(Actor person, string address, decimal price) => duplicates.SubmitRepricedAsync(person, address, price, lifetime.Token);

    [When("{person} analyses {string} and at once again {spelling}")]
    public Task AnalysesRespelled(Actor person, string address, Spelling spelling) =>
        duplicates.SubmitApartAsync(person, address, DuplicateDriver.Respell(address, spelling.How), TimeSpan.Zero, lifetime.Token);

    [When("{person} submits {string} again, {int} seconds later")]
    public Task SubmitsMeanwhile(Actor person, string address, int seconds) =>
        duplicates.SubmitMeanwhileAsync(person, address, TimeSpan.FromSeconds(seconds), lifetime.Token);

    [Then("{person} has got one analysis {int} times")]
    public void GotOne(Actor person, int submissions) => DuplicateChecks.ShouldBeOne(person, submissions);

    [Then("{person} has got one analysis, after a failure")]
    public void GotOneAfterAFailure(Actor person) => DuplicateChecks.ShouldBeFirstAfterFailure(person);

    [Then("{person} has got {int} analyses")]
    public void GotDifferent(Actor person, int submissions) => DuplicateChecks.ShouldBeDifferent(person, submissions);

    [Then("{person} and {person} have got one analysis each")]
    public void GotOneEach(Actor person, Actor other) => DuplicateChecks.ShouldBelongToEach(person, other);

    private static TimeSpan Span(decimal seconds) => TimeSpan.FromMilliseconds((double)(seconds * 1000));
}
