using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>Sessions, and the time that passes in them.</summary>
[Binding]
public sealed class SessionSteps(SessionDriver sessions, Lifetime lifetime)
{
    [Given("{person} logs in at {time}")]
    public Task LogsInAt(Actor person, TimeOnly at) => sessions.LogInAtAsync(person, at, lifetime.Token);

    [Given("{person} was last active at {time}")]
    public Task WasLastActiveAt(Actor person, TimeOnly at) => sessions.WasLastActiveAsync(person, at, lifetime.Token);

    [Given("{person} has worked for {int} minutes without a long pause")]
    public Task HasWorked(Actor person, int minutes) => sessions.WorkAsync(person, TimeSpan.FromMinutes(minutes), lifetime.Token);

    [Given("{person} has worked until {time}, renewing his/her session in time")]
    public Task HasWorkedUntil(Actor person, TimeOnly end) => sessions.WorkUntilAsync(person, end, lifetime.Token);

    [When("{person} analyses {int} properties, {int} minutes apart")]
    public Task AnalysesApart(Actor person, int count, int minutes) =>
        sessions.AnalyzeApartAsync(person, count, TimeSpan.FromMinutes(minutes), null, lifetime.Token);

    [When("{person} analyses {int} properties, {int} minutes apart, renewing his/her session every {int} minutes")]
    public Task AnalysesApartRenewing(Actor person, int count, int minutes, int renewal) =>
        sessions.AnalyzeApartAsync(person, count, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(renewal), lifetime.Token);

    [Then("{person} has not had to log in again")]
    public void HasNotHadToLogIn(Actor person) => sessions.ShouldHaveLasted(person);

    [Then("{person} must log in again")]
    public Task MustLogIn(Actor person) => sessions.ShouldBeOverAsync(person, lifetime.Token);

    [Then("once {person} renews his/her session, he/she can go on")]
    public Task CanGoOn(Actor person) => sessions.ShouldGoOnOnceRenewedAsync(person, lifetime.Token);
}
