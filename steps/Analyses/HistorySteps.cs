using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>Looking back.</summary>
[Binding]
public sealed class HistorySteps(HistoryDriver history, TimeDriver time, Lifetime lifetime)
{
    [When("{person} reviews his/her history")]
    public Task Reviews(Actor person) => history.ReviewAsync(person, null, null, lifetime.Token);

    [Then("{persons} history shows {int} analysis/analyses")]
    [Then("{persons} history still shows {int} analysis/analyses")]
    public Task Shows(Actor person, int count) => history.ShouldShowAsync(person, count, lifetime.Token);

    [When("{person} reviews his/her history at {time}")]
    public async Task ReviewsAt(Actor person, TimeOnly at)
    {
        await time.MoveToAsync(person, Moments.MiddleOfAMonthAt(at), lifetime.Token);
        await history.ReviewAsync(person, null, null, lifetime.Token);
    }

    [When("{person} looks through his/her whole history")]
    public Task LooksThrough(Actor person) => history.ReviewAsync(person, 100, 0, lifetime.Token);

    [Then("{person} sees the newest {int} and that there are more")]
    public void SeesNewest(Actor person, int count) => history.ShouldHaveSeenNewest(person, count, more: true);

    [Then("{person} can still open the oldest")]
    public Task CanStillOpenTheOldest(Actor person) => history.ShouldOpenOldestAsync(person, lifetime.Token);

    [Then("{person} sees all {int}, newest first, each with its score")]
    public Task SeesAll(Actor person, int count) => history.ShouldShowScoresAsync(person, count, lifetime.Token);

    [Then("{person} sees his/her history")]
    public void SeesHistory(Actor person) => history.ShouldHaveBeenShown(person);

    [When("{person} looks at {int} analyses after his/her newest {int}")]
    public Task LooksAt(Actor person, int limit, int offset) => history.ReviewAsync(person, limit, offset, lifetime.Token);

    [When("{person} opens an analysis that there is not")]
    public Task OpensUnknown(Actor person) => history.OpenAsync(person, Guid.NewGuid().ToString(), lifetime.Token);

    [When("{person} opens the analysis {string}")]
    public Task OpensNamed(Actor person, string id) => history.OpenAsync(person, id, lifetime.Token);

    [Then("{person} sees the newest {int} and that there are no more")]
    public void SeesAllThereAre(Actor person, int count) => history.ShouldHaveSeenNewest(person, count, more: false);

    [Then("{person} sees numbers {int} to {int} of {int}")]
    public Task SeesNumbers(Actor person, int from, int to, int total) =>
        history.ShouldHaveSeenPlacesAsync(person, from, to, total, lifetime.Token);

    [Then("{person} sees none")]
    public void SeesNone(Actor person) => history.ShouldHaveSeenNone(person);
}
