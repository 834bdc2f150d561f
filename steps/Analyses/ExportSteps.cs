using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>Exporting analyses.</summary>
[Binding]
public sealed class ExportSteps(ExportDriver export, HistoryDriver history, Cast cast, Lifetime lifetime)
{
    [When("{person} exports his/her newest {int} analyses as {string}")]
    public Task ExportsNewest(Actor person, int count, string format) => export.ExportAsync(person, format, count, lifetime.Token);

    [Then("the file holds {int} analysis/analyses")]
    public void FileHolds(int count) => export.ShouldHold(cast.InFocus, count);

    [Then("it holds {persons} newest {int}")]
    public async Task HoldsNewest(Actor person, int count) =>
        export.ShouldName(person, await history.NewestAddressesAsync(person, count, lifetime.Token));

    [Then("it names {string}")]
    public void Names(string address) => export.ShouldName(cast.InFocus, [address]);
}
