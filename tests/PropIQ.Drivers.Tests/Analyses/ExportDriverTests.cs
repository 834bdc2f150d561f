using System.Text;
using System.Text.Json;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class ExportDriverTests : IDisposable
{
    private const string Two = "address,deal score\n1 Elm St,71\n2 Elm St,71\n";
    private static readonly Analysis One = Made.Analysis("a-1", "1 Elm St");
    private readonly MadeUpStage stage = new();
    private readonly ExportDriver exports;

    public ExportDriverTests()
    {
        exports = new ExportDriver(stage.Asking);
        Paula.Having(One, Made.Analysis("a-2", "2 Elm St"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public async Task An_export_is_one_named_file_of_so_many_analyses()
    {
        var file = File(Two);
        (await HoldAsync(file)).Should().BeSameAs(file);
        await FailsAsync(file with { FileName = "" }, "PropIQ's answer to export should give the file name, but does not");
        await FailsAsync(file with { FileName = "a.pdf" }, "Paula's export should be called csv, but is called a.pdf, text/csv");
        await FailsAsync(file with { ContentType = null }, "PropIQ's answer to export should give the content type, but does not");
        await FailsAsync(file with { ExportedCount = 3 }, "Paula's export should say that it holds 2 analyses, but says 3");
        await FailsAsync(File("address\n1 Elm St\n"), "Paula's exported file should hold 2 analyses, but holds 1");
    }

    [Theory]
    [InlineData("no analyses at all", """{"format":"csv","count":0}""")]
    [InlineData("501 analyses", """{"format":"csv","count":501}""")]
    [InlineData("a format that nobody knows", """{"format":"xlsx","count":1}""")]
    [InlineData("no format", """{"count":1}""")]
    [InlineData("nothing in particular", """{"format":"csv"}""")]
    [InlineData("an empty list", """{"format":"csv","analysis_ids":[]}""")]
    public async Task A_mistake_is_made_as_it_is_called(string mistake, string order)
    {
        await exports.ExportAmissAsync(Paula, mistake, Cancellation);

        stage.PropIq.Asked.Should().ContainSingle().Which.Should().Be(("POST /propiq/export", order));
    }

    [Fact]
    public async Task Analyses_are_ordered_by_their_ids()
    {
        await exports.ExportTheseAsync(Paula, "json", ["2 Elm St"], Cancellation);
        stage.PropIq.Asked[^1].Body.Should().Be("""{"format":"json","analysis_ids":["a-2"]}""");
        Paula.Journal.Last.What.Should().Be("export as json");
        await exports.ExportUnknownAsync(Paula, Cancellation);
        stage.PropIq.Asked[^1].Body.Should().MatchRegex("""^{"format":"csv","analysis_ids":\["a-1","a-2","[0-9a-f-]{36}"\]}$""");
        await exports.ExportAmissAsync(Paula, "501 analyses by name", Cancellation);
        var order = JsonElement.Parse(stage.PropIq.Asked[^1].Body);
        order.GetProperty("format").GetString().Should().Be("csv");
        order.GetProperty("analysis_ids").EnumerateArray().Select(id => id.GetString()).Should().HaveCount(501).And.OnlyHaveUniqueItems();
        (await FluentActions.Awaiting(() => exports.ExportTheseAsync(Paula, "json", ["2 Elm St", "9 Oak St"], Cancellation)).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("Paula has analysed 1 of these 2 addresses: a When is missing.");
    }

    [Fact]
    public async Task What_has_no_id_cannot_be_ordered_by_it()
    {
        const string sentence = "PropIQ's answer should give an analysis's id, but does not";
        Paula.Having(Made.Analysis(null, "3 Elm St"));

        await Verdicts.FailsAsync(() => exports.ExportTheseAsync(Paula, "csv", ["3 Elm St"], Cancellation), sentence);
        await Verdicts.FailsAsync(() => exports.ExportUnknownAsync(Paula, Cancellation), sentence);
    }

    [Fact]
    public async Task A_file_has_what_was_made_as_it_was_made()
    {
        await ExportedAsync(Two);
        Verdicts.Holds(() => exports.ShouldHoldAsMade(Paula, "1 Elm St"));
        Verdicts.Holds(() => exports.ShouldHoldAsMade(Paula, [One]));

        await ExportedAsync("address,deal score\n1 Elm St,60\n1 Elm St,71\n");
        Verdicts.Holds(() => exports.ShouldHoldAsMade(Paula, "1 Elm St"));
        Verdicts.Fails(() => exports.ShouldHoldAsMade(Paula, "2 Elm St"), "Paula's export should contain \"2 Elm St\", but does not");
        Verdicts.Fails(() => exports.ShouldHoldAsMade(Paula, [One with { Address = null }]), "PropIQ's answer should give an address, but does not");
        await ExportedAsync("address,deal score\n1 Elm St,60\n1 Elm St,61\n");
        Verdicts.Fails(
            () => exports.ShouldHoldAsMade(Paula, [One]), "Paula's export should have the analysis of \"1 Elm St\" as it was made, but has its score as 60 instead of 71");
        await ExportedAsync("street\n1 Elm St\n");
        Verdicts.Holds(() => exports.ShouldHoldAsMade(Paula, [One]));
    }

    [Fact]
    public async Task Of_one_address_only_its_analyses_are_judged()
    {
        await ExportedAsync("address,deal score\n1 Elm St,60\n2 Elm St,71\n");

        Verdicts.Holds(() => exports.ShouldHoldAsMade(Paula, "2 Elm St"));
        Verdicts.Fails(
            () => exports.ShouldHoldAsMade(Paula, "1 Elm St"), "Paula's export should have the analysis of \"1 Elm St\" as it was made, but has its score as 60 instead of 71");
    }

    [Fact]
    public async Task What_would_start_a_formula_may_be_led_in()
    {
        Paula.Having(Made.Analysis("a-3", "=1+1"));

        await ExportedAsync("address\n'=1+1\n\"see 1 Elm St\"\n");
        Verdicts.Holds(() => exports.ShouldHoldAsMade(Paula, "=1+1"));
        Verdicts.Fails(() => exports.ShouldHoldAsMade(Paula, "1 Elm St"), "Paula's export should contain \"1 Elm St\", but does not");
        await ExportedAsync("address\n'=1+11\n");
        Verdicts.Fails(() => exports.ShouldHoldAsMade(Paula, "=1+1"), "Paula's export should contain \"=1+1\", but does not");
    }

    [Fact]
    public async Task No_cell_starts_a_formula_but_a_number_may_be_negative()
    {
        await ExportedAsync("address,cash flow\n'=1+1,-12.50\n");
        Verdicts.Holds(() => exports.ShouldOpenSafely(Paula));
        await ExportedAsync("address,cash flow\n=1+1,-12.50\n");
        Verdicts.Fails(() => exports.ShouldOpenSafely(Paula), "A spreadsheet would run \"=1+1\" in Paula's export as a formula");
        await ExportedAsync("");
        Verdicts.Fails(() => exports.ShouldOpenSafely(Paula), "Paula's export should have cells, but is empty");
    }

    public void Dispose() => stage.Dispose();

    private static ExportedFile File(string text) => new("a.csv", "text/csv", 2, Encoding.UTF8.GetBytes(text));

    private async Task<ExportedFile> HoldAsync(ExportedFile file)
    {
        await ExportedAsync(file);
        return exports.ShouldHold(Paula, 2);
    }

    private Task FailsAsync(ExportedFile file, string sentence) => Verdicts.FailsAsync(() => HoldAsync(file), sentence);

    private Task ExportedAsync(string text) => ExportedAsync(File(text));

    private async Task ExportedAsync(ExportedFile file)
    {
        await exports.ExportAsync(Paula, "csv", 2, Cancellation);
        Paula.Having(Made.Worked(file, "export"));
    }
}
