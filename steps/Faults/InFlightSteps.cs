using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Faults;

/// <summary>What happens while the AI is at work on an analysis.</summary>
[Binding]
public sealed class InFlightSteps(InFlightDriver inFlight, Breakdowns breakdowns, Snapshots snapshots, TimeDriver time, Cast cast, Lifetime lifetime)
{
    [Given("the AI is at work on {persons} {string}")]
    public async Task IsAtWork(Actor person, string address)
    {
        await snapshots.TakeAsync(person, lifetime.Token);
        await inFlight.BeginAsync(person, address, lifetime.Token);
    }

    [Given("the AI takes its time over {persons} {string}")]
    public Task TakesItsTime(Actor person, string address) => inFlight.LingerAsync(person, address, lifetime.Token);

    [When("the AI answers")]
    public Task Answers() => inFlight.FinishAsync(cast.InFocus, lifetime.Token);

    [When("the AI answers {int} seconds later")]
    public async Task AnswersLater(int seconds)
    {
        await time.PassAsync(cast.InFocus, TimeSpan.FromSeconds(seconds), lifetime.Token);
        await inFlight.FinishAsync(cast.InFocus, lifetime.Token);
    }

    [When("PropIQ crashes before the AI answers")]
    public async Task Crashes()
    {
        await breakdowns.CrashAsync(lifetime.Token);
        await inFlight.FinishAsync(cast.InFocus, lifetime.Token);
    }
}
