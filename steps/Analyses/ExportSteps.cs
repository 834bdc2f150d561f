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
        export.ShouldHoldAsMade(person, await history.NewestAsync(person, count, lifetime.Token));

    [Then("it names {string}")]
    public void Names(string address) => export.ShouldHoldAsMade(cast.InFocus, address);

    [When("{person} exports his/her analyses of {string} and {string} as {string}")]
    public Task ExportsThese(Actor person, string one, string other, string format) =>
        export.ExportTheseAsync(person, format, [one, other], lifetime.Token);

    [When("{person} exports what he/she has, and an analysis that there is not")]
    public Task ExportsUnknown(Actor person) => export.ExportUnknownAsync(person, lifetime.Token);

    [When("{person} asks for an export of {string}")]
    public Task AsksAmiss(Actor person, string mistake) => export.ExportAmissAsync(person, mistake, lifetime.Token);

    [Then("a spreadsheet opens it without running anything")]
    public void OpensSafely() => export.ShouldOpenSafely(cast.InFocus);
}
