using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>Looking back.</summary>
[Binding]
public sealed class HistorySteps(HistoryDriver history, Lifetime lifetime)
{
    [When("{person} reviews his/her history")]
    public Task Reviews(Actor person) => history.ReviewAsync(person, null, null, lifetime.Token);

    [Then("{persons} history shows {int} analysis/analyses")]
    [Then("{persons} history still shows {int} analysis/analyses")]
    public Task Shows(Actor person, int count) => history.ShouldShowAsync(person, count, lifetime.Token);
}
