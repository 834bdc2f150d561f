using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Testing;

/// <summary>The test bench itself.</summary>
[Binding]
public sealed class TestBenchSteps(TestBenchDriver bench, TimeDriver time, Lifetime lifetime)
{
    [Given("the {word} run has {int} user(s) with {int} analyses each")]
    [When("the {word} run begins again with {int} user(s) with {int} analyses each")]
    public Task RunHas(string run, int users, int analyses) => bench.PlaceAsync(run, users, analyses, lifetime.Token);

    [Given("the clocks of the {word} run stand still in another month")]
    public Task ClocksStandStill(string run) => bench.StopClocksAsync(run, lifetime.Token);

    [Then("the {word} run's users have {int} analyses each, and the machine's time")]
    public Task BeginAnew(string run, int analyses) => bench.ShouldHaveBegunAnewAsync(run, analyses, lifetime.Token);

    [When("the {word} run is cleaned up by its name")]
    public Task IsCleanedUpByName(string run) => bench.CleanUpAsync(run, byDomain: false, lifetime.Token);

    [When("the {word} run is cleaned up by its e-mail addresses")]
    public Task IsCleanedUpByDomain(string run) => bench.CleanUpAsync(run, byDomain: true, lifetime.Token);

    [Then("{int} users and {int} analyses are said to be gone")]
    public void AreGone(int users, int analyses) => bench.ShouldHaveRemoved(users, analyses);

    [Then("only the users of the {word} run can still log in")]
    public Task OnlyAreLeft(string run) => bench.OnlyShouldBeLeftAsync(run, lifetime.Token);

    [Given("{persons} clock stands still at {date}")]
    public async Task StandsStill(Actor person, CalendarMoment date) =>
        await time.FreezeAsync(person, date.NextFrom(Moments.MiddleOfAMonth), lifetime.Token);

    [When("the test bench sets {persons} clock to {date}")]
    public async Task SetsTo(Actor person, CalendarMoment date) =>
        await bench.TryToSetClockAsync(person, date.NextFrom(Moments.MiddleOfAMonth), lifetime.Token);

    [Then("the clock is not set, since it only goes forward")]
    public void OnlyGoesForward() => bench.ClockShouldOnlyGoForward();

    [Then("{persons} clock still shows {date}")]
    public Task StillShows(Actor person, CalendarMoment date) => bench.ClockShouldShowAsync(person, date.NextFrom(Moments.MiddleOfAMonth), lifetime.Token);
}
