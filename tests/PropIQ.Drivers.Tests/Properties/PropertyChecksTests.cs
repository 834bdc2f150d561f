using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Properties;

public sealed class PropertyChecksTests : IDisposable
{
    private const string Elm = "12 Elm St, Austin, TX 78701";
    private static readonly Analysis Original = Made.Analysis(address: Elm);
    private readonly MadeUpStage stage = new();
    private readonly PropertyChecks checks;
    private int answered;

    public PropertyChecksTests() => checks = new PropertyChecks(stage.Asking, stage.Analyses, stage.History);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public async Task An_address_is_kept_character_by_character_wherever_it_is_shown()
    {
        await Verdicts.HoldsAsync(() => AddressAsync(Original, Original, Original));
        var other = Original with { Address = "12 elm St" };
        await Verdicts.FailsAsync(() => AddressAsync(other, Original, Original), $"Paula's analysis, as answered, should be of \"{Elm}\", but is of \"12 elm St\"");
        await Verdicts.FailsAsync(() => AddressAsync(Original, other, Original), $"Paula's analysis, opened again, should be of \"{Elm}\", but is of \"12 elm St\"");
        await Verdicts.FailsAsync(() => AddressAsync(Original, Original, other), $"Paula's analysis, in the history, should be of \"{Elm}\", but is of \"12 elm St\"");
    }

    [Fact]
    public async Task What_was_answered_is_judged_however_often_it_is_opened()
    {
        var other = Original with { Address = "12 elm St" };
        Shows(Original, other, Original);

        for (var look = 0; look < 2; look++)
        {
            await Verdicts.FailsAsync(
                () => checks.ShouldKeepAddressAsync(Paula, Elm, Cancellation), $"Paula's analysis, opened again, should be of \"{Elm}\", but is of \"12 elm St\"");
        }
    }

    [Fact]
    public async Task The_history_shows_it_once()
    {
        await Verdicts.FailsAsync(() => AddressAsync(Original, Original, Original, Original), "Paula's history should show the analysis once, but shows it 2 times");
        await Verdicts.FailsAsync(() => AddressAsync(Original, Original), "Paula's analysis should be in the history, but is not");
        await Verdicts.FailsAsync(() => AddressAsync(Original, Original, Original with { AnalysisId = "a-2" }), "Paula's analysis should be in the history, but is not");
        await Verdicts.FailsAsync(() => AddressAsync(Original with { AnalysisId = null }, Original), "PropIQ's answer should give the analysis's id, but does not");
    }

    [Fact]
    public async Task What_was_asked_for_is_kept_composed_and_trimmed()
    {
        Shows(Original with { Address = "Z\u00FCrich" }, Original with { Address = "Z\u00FCrich" }, Original with { Address = "Z\u00FCrich" });
        await stage.Analyses.AnalyzeAsync(Paula, " Zu\u0308rich ", Cancellation);
        await Verdicts.HoldsAsync(() => checks.ShouldKeepAddressAsync(Paula, Cancellation));

        await stage.Analyses.AnalyzeAsync(Paula, new PropertyToAnalyze(null), Cancellation);
        await Verdicts.FailsAsync(() => checks.ShouldKeepAddressAsync(Paula, Cancellation), "Paula's analysis, as answered, should be of \"\", but is of \"Z\u00FCrich\"");
    }

    [Fact]
    public async Task Coverage_may_be_left_out_by_the_history_alone()
    {
        var none = Original with { Coverage = null };
        Shows(Original, Original, none);
        await Verdicts.HoldsAsync(() => checks.ShouldCoverAsync(Paula, "full", Cancellation));
        await Verdicts.FailsAsync(() => checks.ShouldCoverAsync(Paula, "limited", Cancellation), "Paula's analysis, as answered, should have limited coverage, but has full coverage");
        Shows(Original, none, Original);
        await Verdicts.FailsAsync(() => checks.ShouldCoverAsync(Paula, "full", Cancellation), "Paula's analysis, opened again, should have full coverage, but has no coverage");
        Shows(Original, Original, Original with { Coverage = "limited" });
        await Verdicts.FailsAsync(() => checks.ShouldCoverAsync(Paula, "full", Cancellation), "Paula's analysis, in the history, should have full coverage, but has limited coverage");
    }

    [Fact]
    public async Task A_score_comes_with_its_word()
    {
        Task Rated() => checks.ShouldRateAsync(Paula, 71, "Good", Cancellation);

        Shows(Original, Original, Original with { DealRating = null });
        await Verdicts.HoldsAsync(Rated);
        Shows(Original with { DealScore = 70 }, Original, Original);
        await Verdicts.FailsAsync(Rated, "Paula's analysis, as answered, should score 71 and be called Good, but scores 70 and is called Good");
        Shows(Original, Original with { DealRating = "Fair" }, Original);
        await Verdicts.FailsAsync(Rated, "Paula's analysis, opened again, should score 71 and be called Good, but scores 71 and is called Fair");
        Shows(Original, Original, Original with { DealRating = "Fair" });
        await Verdicts.FailsAsync(Rated, "Paula's analysis, in the history, should score 71 and be called Good, but scores 71 and is called Fair");
    }

    [Fact]
    public async Task It_says_what_the_AI_said()
    {
        Task Said() => checks.ShouldSayAsync(Paula, "A fine house.", Cancellation);
        const string sentence = "Paula's analysis should say \"A fine house.\", as the AI did, but says ";

        Shows(Original, Original);
        await Verdicts.HoldsAsync(Said);
        Shows(Original with { Summary = "Bad." }, Original);
        await Verdicts.FailsAsync(Said, sentence + "\"Bad.\" and, opened again, \"A fine house.\"");
        Shows(Original, Original with { Summary = "Bad." });
        await Verdicts.FailsAsync(Said, sentence + "\"A fine house.\" and, opened again, \"Bad.\"");
        Shows(Original with { AnalysisId = null }, Original);
        await Verdicts.FailsAsync(Said, "PropIQ's answer should give the analysis's id, but does not");
    }

    [Fact]
    public async Task States_that_are_not_fully_covered_are_told()
    {
        stage.PropIq.Answers("POST /propiq/analyze", Original);
        (await checks.NotCoveredAsync(Paula, ["TX", "GU"], Cancellation)).Should().BeEmpty();
        stage.PropIq.Asked.Select(asked => asked.Body).Should().Equal(
            """{"address":"1 Main St, Springfield, TX 01234"}""", """{"address":"1 Main St, Springfield, GU 01234"}""");

        stage.PropIq.Answers("POST /propiq/analyze", Original with { Coverage = "limited" });
        (await checks.NotCoveredAsync(Paula, ["TX"], Cancellation)).Should().Equal("TX (PropIQ did it)");
        stage.PropIq.Answers("POST /propiq/analyze", """{"code": "invalid_address", "detail": "No state"}""", 422);
        (await checks.NotCoveredAsync(Paula, ["ZX"], Cancellation)).Should().Equal("ZX (PropIQ refused: No state (invalid_address, 422))");
        Paula.Journal.Last.What.Should().Be("analyse a house in ZX");
    }

    public void Dispose() => stage.Dispose();

    private Task AddressAsync(Analysis answer, Analysis opened, params Analysis[] listed)
    {
        Shows(answer, opened, listed);
        return checks.ShouldKeepAddressAsync(Paula, Elm, Cancellation);
    }

    private void Shows(Analysis answer, Analysis opened, params Analysis[] listed)
    {
        Paula.Having(Made.Worked(answer, $"analyse once more, for the {++answered}. time"));
        stage.PropIq.Answers("POST /propiq/analyze", answer);
        stage.PropIq.Answers("GET /propiq/analyses/a-1", opened);
        stage.PropIq.Answers("GET /propiq/history", new History([.. listed.Prepend(Made.Analysis("a-0"))], listed.Length + 1, 100, false));
    }
}
