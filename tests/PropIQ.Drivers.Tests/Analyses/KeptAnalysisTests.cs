using System.Text.Json;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

/// <summary>What an analysis must say of usage, and of what was asked, when PropIQ is asked again.</summary>
public sealed class KeptAnalysisTests : IDisposable
{
    private const string Elm = "12 Elm St, Austin, TX 78701";
    private readonly MadeUpStage stage = new();
    private readonly AnalysisChecks checks;

    public KeptAnalysisTests() => checks = new AnalysisChecks(stage.Analyses, stage.History, stage.Accounts, stage.Time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    // Each test's own: where tests run for minutes, the first one's is no longer just now.
    private DateTimeOffset Now { get; } = DateTimeOffset.UtcNow;

    private Analysis Answered => Made.Analysis(address: Elm) with { CreatedAt = Now };

    [Fact]
    public async Task An_analysis_counts_and_says_so_as_the_profile_does()
    {
        ProfileResetsAt(Made.Then.AddDays(17));
        Paula.Having(Made.Analysis());

        await Verdicts.HoldsAsync(() => CountAsync(3));
        await Verdicts.FailsAsync(() => CountAsync(2), "Paula's analysis should count as 2 of 5, but says 3 of 5 with 2 left");
        ProfileResetsAt(Made.Then);
        await Verdicts.FailsAsync(
            () => CountAsync(3), "Paula's analysis should say that the count starts anew at 2030-03-15 12:00:00Z, as the profile does, but says 2030-04-01 12:00:00Z");
    }

    [Theory]
    [InlineData(2, 5, 2)]
    [InlineData(3, 6, 2)]
    [InlineData(3, 5, 1)]
    public Task Each_number_counts(int used, int limit, int remaining)
    {
        Paula.Having(Made.Analysis() with { Usage = new Usage(used, limit, remaining, Made.Then) });

        return Verdicts.FailsAsync(() => CountAsync(3), $"Paula's analysis should count as 3 of 5, but says {used} of {limit} with {remaining} left");
    }

    [Fact]
    public Task An_analysis_that_says_no_usage_is_not_whole() => Verdicts.FailsAsync(
        () => checks.ShouldCountAsync(Paula.Having(Made.Analysis() with { Usage = null }), 3, 5, Cancellation),
        "PropIQ's answer to analyse \"12 Elm St, Austin, TX 78701\" should give the usage, but does not");

    [Fact]
    public async Task What_was_asked_is_answered_and_kept()
    {
        await Verdicts.HoldsAsync(() => KeepAsync(Answered, Answered with { Usage = null, Duplicate = null }));
        await Verdicts.HoldsAsync(() => KeepAsync(Answered, Answered with { CreatedAt = Now.AddSeconds(-0.5) }));
    }

    [Fact]
    public Task Without_a_type_it_is_a_house_for_one_family()
    {
        var house = Answered with { PropertyType = "single_family" };

        return Verdicts.HoldsAsync(() => KeepAsync(house, house, new PropertyToAnalyze(Elm, null, 300_000)));
    }

    [Fact]
    public Task It_is_made_now() => FailsAsync(
        Answered with { CreatedAt = Made.Then }, Answered with { CreatedAt = Made.Then }, "Paula's analysis should be made just now, but says 2030-03-15 12:00:00Z");

    [Fact]
    public async Task It_is_found_under_its_id()
    {
        await FailsAsync(Answered, Answered with { AnalysisId = "a-2" }, "Paula should be given the analysis \"a-1\", but is given \"a-2\"");
        await FailsAsync(Answered, Answered with { Model = null }, "PropIQ's answer to open an analysis should give the model, but does not");
        await FailsAsync(Answered with { Coverage = null }, Answered, $"PropIQ's answer to analyse \"{Elm}\" should give the coverage, but does not");
    }

    [Fact]
    public async Task Its_address_is_the_one_that_was_asked_for()
    {
        const string sentence = $"Paula's analysis should be of \"{Elm}\", but is of \"7 Oak St\"";
        await FailsAsync(Answered with { Address = "7 Oak St" }, Answered, sentence);
        await FailsAsync(Answered, Answered with { Address = "7 Oak St" }, sentence);
    }

    [Fact]
    public async Task So_are_its_type_and_price()
    {
        await FailsAsync(Answered with { PropertyType = "land" }, Answered, $"Paula's analysis should be of a condo for {300_000:C2}, but is of a land for {300_000:C2}");
        await FailsAsync(Answered, Answered with { PurchasePrice = 1 }, $"Paula's analysis should be of a condo for {300_000:C2}, but is of a condo for {1:C2}");
        await Verdicts.FailsAsync(
            () => KeepAsync(Answered, Answered, new PropertyToAnalyze(Elm, null, 300_000)),
            $"Paula's analysis should be of a single_family for {300_000:C2}, but is of a condo for {300_000:C2}");
    }

    [Fact]
    public async Task Its_metrics_have_names_and_are_all_kept()
    {
        var listed = Answered with { Metrics = JsonElement.Parse("[6.1]") };
        await FailsAsync(listed, listed, "Paula's analysis should have metrics, each with its name, but has [6.1]");
        await FailsAsync(
            Answered,
            Answered with { Metrics = JsonElement.Parse("""{"cap_rate":6.1,"rent":1}""") },
            """Paula's analysis should be kept as it was answered, but is kept with its metrics as {"cap_rate":6.1,"rent":1} instead of {"cap_rate":6.1}""");
    }

    [Fact]
    public Task Everything_else_is_kept_too() => FailsAsync(
        Answered, Answered with { Summary = "Bad." }, "Paula's analysis should be kept as it was answered, but is kept with its summary as Bad. instead of A fine house.");

    public void Dispose() => stage.Dispose();

    private Task FailsAsync(Analysis answered, Analysis kept, string sentence) => Verdicts.FailsAsync(() => KeepAsync(answered, kept), sentence);

    private async Task KeepAsync(Analysis answered, Analysis kept, PropertyToAnalyze? asked = null)
    {
        stage.PropIq.Answers("POST /propiq/analyze", answered);
        stage.PropIq.Answers("GET /propiq/analyses/a-1", kept);
        await stage.Analyses.AnalyzeAsync(Paula, asked ?? new PropertyToAnalyze(Elm, "condo", 300_000), Cancellation);
        await checks.ShouldKeepWhatWasAskedAsync(Paula, Cancellation);
    }

    private Task CountAsync(int used) => checks.ShouldCountAsync(Paula, used, 5, Cancellation);

    private void ProfileResetsAt(DateTimeOffset moment) =>
        stage.PropIq.Answers("GET /auth/me", new Profile("u-1", "p@propiq.test", "Paula", "Free", "free", "none", null, new Usage(3, 5, 2, moment)));
}
