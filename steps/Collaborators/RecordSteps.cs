using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Collaborators;

/// <summary>The records of analyses at Weights &amp; Biases.</summary>
[Binding]
public sealed class RecordSteps(RecordDriver records, Cast cast, Lifetime lifetime)
{
    [Given("Weights & Biases {rejects} everything about {string}")]
    public Task Refuses(Rejection rejection, string address) => records.RejectAsync(address, rejection, lifetime.Token);

    [Given("Weights & Biases does not answer about {string}")]
    public Task DoesNotAnswer(string address) => records.StallAsync(address, lifetime.Token);

    [When("Weights & Biases takes records of {string} again")]
    public Task TakesAgain(string address) => records.HealAsync(address, lifetime.Token);

    [Then("Weights & Biases has one record of it:")]
    public Task HasOneRecordOfIt(DataTable facts) =>
        records.ShouldHoldAsync(cast.InFocus, facts.Header.ToDictionary(fact => fact, fact => facts.Rows[0][fact]), lifetime.Token);

    [Then("Weights & Biases has one record of the property")]
    public Task HasOneRecord() => records.ShouldHoldOneAsync(cast.InFocus, lifetime.Token);

    [Then("Weights & Biases has no record of the property")]
    public Task HasNoRecord() => records.ShouldHoldNoneAsync(cast.InFocus, lifetime.Token);

    [Then("the records of {string} and {string} are of one session")]
    public Task AreOfOneSession(string one, string other) => records.SessionsShouldBeAsync(cast.InFocus, [one, other], 1, lifetime.Token);

    [Then("the records of {string} and {string} are of two sessions")]
    public Task AreOfTwoSessions(string one, string other) => records.SessionsShouldBeAsync(cast.InFocus, [one, other], 2, lifetime.Token);
}
