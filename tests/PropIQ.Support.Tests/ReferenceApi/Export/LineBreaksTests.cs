using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using PropIQ.ReferenceApi.Analyses.Exports.Pdf;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Export;

public sealed class LineBreaksTests
{
    // Widths from Helvetica's metrics: "one two three" takes 6,065 thousandths of the size, "incomprehen" 5,780, and an "s" 500 more.
    [Fact]
    public void Lines_break_at_spaces_and_within_long_words() =>
        LineBreaks.Of("one two three incomprehensibilities", 10, 61).Should().Equal("one two three", "incomprehen", "sibilities");

    [Fact]
    public void Line_breaks_are_kept() => LineBreaks.Of("one\r\n\ntwo", 10, 60).Should().Equal("one", "", "two");

    [Fact]
    public void No_line_is_too_wide() =>
        Prop.ForAll<string>(text => LineBreaks.Of(text ?? "", 10, 100).All(line => WinAnsi.WidthOf(line, 10) <= 100.000001))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_but_spaces_is_lost() =>
        Prop.ForAll<string>(text =>
            {
                var before = string.Concat((text ?? "").EnumerateRunes().Where(rune => !System.Text.Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString()));
                var after = string.Concat(LineBreaks.Of(text ?? "", 10, 100).SelectMany(line => line.EnumerateRunes()).Where(rune => !System.Text.Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString()));
                return before == after;
            })
            .QuickCheckThrowOnFailure();
}
