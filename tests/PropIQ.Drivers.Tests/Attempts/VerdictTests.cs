using FluentAssertions;
using FluentAssertions.Execution;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class VerdictTests
{
    [Fact]
    public void What_holds_needs_no_sentence() => Verdicts.Holds(() => Verdict.That(true, "never said"));

    [Theory]
    [InlineData("It rains")]
    [InlineData("PropIQ said {\"a\": {}} and {0}")]
    [InlineData("PropIQ said {context} because of {reason}")]
    public void What_does_not_is_told_as_it_is(string sentence)
    {
        Verdicts.Fails(() => Verdict.That(false, sentence), sentence);
        Verdicts.Fails(() => Verdict.Fail<string>(sentence), sentence);
    }

    [Fact]
    public void Where_failures_are_collected_nothing_is_given_either()
    {
        using var collected = new AssertionScope();

        var end = Record.Exception(() => Verdict.Fail<string>("it rains"));

        var told = collected.Discard();
        end.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("it rains");
        told.Should().Equal("It rains");
    }

    [Fact]
    public void A_sentence_begins_with_a_capital() => Verdicts.Fails(() => Verdict.That(false, "it rains"), "It rains");

    [Fact]
    public void A_fact_that_is_there_is_given()
    {
        Verdict.Given((int?)0, "the count").Should().Be(0);
        Verdict.Given("", "the name").Should().Be("");
    }

    [Fact]
    public void A_fact_that_is_missing_is_named()
    {
        Verdicts.Fails(() => Verdict.Given((int?)null, "the count"), "PropIQ's answer should give the count, but does not");
        Verdicts.Fails(() => Verdict.Given((string?)null, "the name"), "PropIQ's answer should give the name, but does not");
    }
}
