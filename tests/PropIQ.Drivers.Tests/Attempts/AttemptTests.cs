using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class AttemptTests
{
    private static readonly Problem Refusal = Made.Problem(404, "not_found", "No such analysis");

    [Fact]
    public void What_worked_gives_what_was_asked_for()
    {
        var made = Made.Analysis();
        var attempt = Made.Worked(made);

        attempt.ShouldSucceed().Should().BeSameAs(made);
        attempt.Outcome.Should().Be("PropIQ did it");
    }

    [Fact]
    public void What_did_not_work_is_told_with_its_outcome() => Verdicts.Fails(
        () => Made.Refused<Analysis>(Refusal, "open an analysis").ShouldSucceed(),
        "To open an analysis should have worked, but PropIQ refused: No such analysis (not_found, 404)");

    [Fact]
    public void A_refusal_is_told_by_its_title_where_it_has_no_sentence()
    {
        Outcome(Refusal with { Detail = null }).Should().Be("PropIQ refused: Refused (not_found, 404)");
        Outcome(Refusal with { Detail = null, Title = null }).Should().Be("PropIQ refused: no reason given (not_found, 404)");
        Outcome(Refusal with { Code = null }).Should().Be("PropIQ refused: No such analysis (no code, 404)");
    }

    [Fact]
    public void A_refusal_that_cannot_be_read_is_told_by_what_came_instead()
    {
        Outcome(Refusal with { Code = null }, "PropIQ answered 404 with an HTML page").Should().Be("PropIQ answered 404 with an HTML page");
        Outcome(Refusal, "PropIQ answered 404 with a detail that is no text").Should().Be("PropIQ refused: No such analysis (not_found, 404)");
    }

    [Fact]
    public void An_answer_that_is_neither_is_told_as_it_came()
    {
        Outcome(null, "there was no answer").Should().Be("there was no answer");
        Outcome(null).Should().Be("PropIQ answered 404 with nothing that can be read");
    }

    private static string Outcome(Problem? problem, string? unreadable = null) =>
        new Attempt<Analysis>("open an analysis", new Answer<Analysis>(Made.Exchange(404), null, problem, unreadable)).Outcome;
}
