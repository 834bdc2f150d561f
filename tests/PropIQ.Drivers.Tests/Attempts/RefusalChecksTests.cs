using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class RefusalChecksTests
{
    private readonly RefusalChecks checks = new();
    private readonly Actor paula = Made.Person().Having(Made.Analysis());

    [Fact]
    public void The_newest_attempt_is_judged()
    {
        Verdicts.Holds(() => checks.ShouldHaveWorked(paula));

        paula.Having(Made.Refused<Analysis>(Made.Problem(404, "not_found", "No such analysis"), "open an analysis"));

        checks.ShouldBeRefused(paula, Refusals.Because("there is no such thing")).Detail.Should().Be("No such analysis");
        Verdicts.Fails(
            () => checks.ShouldHaveWorked(paula),
            "Paula should have been able to open an analysis, but PropIQ refused: No such analysis (not_found, 404)");
    }

    [Fact]
    public void What_worked_was_not_refused() => Verdicts.Fails(
        () => checks.ShouldBeRefused(paula, Refusals.Because("there is no such thing")),
        "Paula's attempt to analyse \"12 Elm St, Austin, TX 78701\" should have been refused because there is no such thing, but PropIQ did it");

    [Fact]
    public void Each_of_several_has_to_be_refused()
    {
        var gone = Made.Refused<Analysis>(Made.Problem(404, "not_found", "No such analysis"), "open an analysis");
        paula.Having(gone).Having(gone);

        Verdicts.Holds(() => checks.EachShouldBeRefused<Analysis>(paula, 2, Refusals.Because("there is no such thing")));
        Verdicts.Fails(
            () => checks.EachShouldBeRefused<Analysis>(paula, 3, Refusals.Because("there is no such thing")),
            "Paula's attempt to analyse \"12 Elm St, Austin, TX 78701\" should have been refused because there is no such thing, but PropIQ did it");
        Verdicts.Fails(
            () => checks.EachShouldBeRefused<Analysis>(paula, 4, Refusals.Because("there is no such thing")),
            "Paula should have tried 4 times, but did so 3 times");
    }

    [Fact]
    public void A_passage_is_read_in_any_case()
    {
        paula.Having(Made.Refused<Analysis>(Made.Problem(422, "invalid_address", "ZX is no State"), "analyse"));

        Verdicts.Holds(() => checks.ShouldRead(paula, "zx is no state"));
        Verdicts.Fails(() => checks.ShouldRead(paula, "78"), "Paula should read about \"78\" when refused to analyse, but reads \"ZX is no State\"");
    }

    [Fact]
    public void Where_nothing_was_refused_nothing_is_read() => Verdicts.Fails(
        () => checks.ShouldRead(paula, "state"), "Paula should read about \"state\" when refused to analyse \"12 Elm St, Austin, TX 78701\", but reads \"\"");
}
