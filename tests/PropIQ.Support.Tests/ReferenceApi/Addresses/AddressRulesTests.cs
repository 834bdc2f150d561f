using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using PropIQ.ReferenceApi.Domain.Addresses;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Addresses;

public sealed class AddressRulesTests
{
    private readonly AddressRules rules = new();

    [Theory]
    [InlineData("12 Elm St, Austin, TX 78701")]
    [InlineData("12 Elm St, Austin, TX 78701-1234")]
    [InlineData("12 Elm St, Austin, tx 78701")]
    [InlineData("12 Elm St, Austin, Tx   78701")]
    [InlineData("12 Elm St, Austin,TX 78701")]
    [InlineData("1 Calle Fortaleza, San Juan, PR 00901")]
    [InlineData("PSC 1234, Box 5, APO, AE 09498")]
    [InlineData("1600 Pennsylvania Ave, Washington, DC 20500")]
    [InlineData("Kavárna, Résidence \"A\" <b>&amp;</b>, Austin, TX 78701")]
    public void Addresses_that_end_as_US_ones_do_are_covered_in_full(string address)
    {
        var reading = rules.Read(address);

        reading.Fault.Should().BeNull();
        reading.Coverage.Should().Be(Coverage.Full);
        reading.Address.Should().Be(address);
    }

    [Theory]
    [InlineData("12 Elm St, Austin, TX 787", "\"787\" is not a ZIP code")]
    [InlineData("12 Elm St, Austin, TX 7870", "\"7870\" is not a ZIP code")]
    [InlineData("12 Elm St, Austin, TX 787011", "\"787011\" is not a ZIP code")]
    [InlineData("12 Elm St, Austin, TX 787011234", "\"787011234\" is not a ZIP code")]
    [InlineData("12 Elm St, Austin, TX 78701-12", "\"78701-12\" is not a ZIP code")]
    [InlineData("12 Elm St, Austin, tx 7870", "\"7870\" is not a ZIP code")]
    [InlineData("12 Elm St, Austin, ZZ 78701", "\"ZZ\" is not a US state or territory")]
    [InlineData("12 Elm St, Austin, xt 78701", "\"xt\" is not a US state or territory")]
    [InlineData("12 Kolonia St, Pohnpei, FM 96941", "\"FM\" is not a US state or territory")]
    public void A_mistyped_US_ending_is_refused_naming_the_part_that_is_wrong(string address, string fault) =>
        rules.Read(address).Fault.Should().Be(fault);

    [Theory]
    [InlineData("10 Downing Street, London SW1A 2AA")]
    [InlineData("東京都千代田区千代田1-1")]
    [InlineData("Strandvägen 1, 114 51 Stockholm")]
    [InlineData("12 Elm St, Austin, TX 78")]
    [InlineData("12 Elm St, Austin, TX 7")]
    [InlineData("12 Elm St, Austin, TX")]
    [InlineData("12 Elm St, Austin, Texas 78701")]
    [InlineData("12 Elm St, Austin TX 78701")]
    [InlineData("12 Elm St Austin TX 7870")]
    [InlineData("12 Elm St, Austin, ZZ 7870")]
    [InlineData("12 Elm St, Austin, ZZ 78701-1234")]
    [InlineData("12 Elm St, Austin, TX 78701, USA")]
    [InlineData("12 Elm St, Austin, TX, 78701")]
    [InlineData("12 Elm St, Austin, TX78701")]
    [InlineData("12 Elm St, Austin, TX 78701 ½")]
    [InlineData("12 Elm St, Austin, TX ７８７０１")]
    [InlineData("千代田区, 東京 10000")]
    [InlineData("12 Elm St, Austin, TX 7870①")]
    [InlineData("12 Elm St, Austin, TX 787O1")]
    public void Everything_else_is_analysed_with_limited_coverage(string address)
    {
        var reading = rules.Read(address);

        reading.Fault.Should().BeNull();
        reading.Coverage.Should().Be(Coverage.Limited);
    }

    [Fact]
    public void There_are_59_codes()
    {
        // 50 states, DC, 5 territories, AA, AE and AP.
        UsStates.All.Should().HaveCount(50 + 1 + 5 + 3);
        UsStates.All.Should().OnlyContain(code => rules.Read($"1 A St, B, {code} 12345").Coverage == Coverage.Full);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\r\n")]
    [InlineData("\u3000\u00A0")]
    public void Blank_addresses_are_refused(string address) => rules.Read(address).IsAccepted.Should().BeFalse();

    [Fact]
    public void What_was_no_text_is_refused() => rules.Read(null).Fault.Should().Be("The address is not text.");

    // Not as data of a theory: attributes are stored as UTF-8, which has no halves either.
    [Fact]
    public void Halves_of_surrogate_pairs_are_refused()
    {
        string[] halves = ["\uD800", "12 Elm St \uDC00, Austin, TX 78701", "12 Elm St\uD83C", "\uDC00\uD800"];

        halves.Should().OnlyContain(text => !rules.Read(text).IsAccepted);
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\n')]
    [InlineData('\t')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    public void Control_characters_inside_are_refused(char control) =>
        rules.Read($"12 Elm{control}St, Austin, TX 78701").Fault.Should().Contain("control characters");

    [Theory]
    [InlineData("12 Elm St, Austin, TX 78701\n")]
    [InlineData("\t 12 Elm St, Austin, TX 78701 ")]
    public void Spaces_and_line_breaks_around_are_trimmed(string address) =>
        rules.Read(address).Address.Should().Be("12 Elm St, Austin, TX 78701");

    [Fact]
    public void Length_is_counted_in_code_points_after_composing_and_trimming()
    {
        // Two UTF-16 units each.
        rules.Read(string.Concat(Enumerable.Repeat("🏠", 500))).IsAccepted.Should().BeTrue();
        rules.Read(string.Concat(Enumerable.Repeat("🏠", 501))).Fault.Should().Contain("longer than 500");

        // "e" and a combining accent are one character once composed.
        rules.Read(string.Concat(Enumerable.Repeat("e\u0301", 500))).IsAccepted.Should().BeTrue();
        rules.Read(" " + new string('x', 500) + " ").IsAccepted.Should().BeTrue();
        rules.Read("x").IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void Text_is_composed_and_otherwise_left_alone() =>
        rules.Read("Cafe\u0301 <script>'; drop table users; --").Address.Should().Be("Café <script>'; drop table users; --");

    [Fact]
    public void Whatever_is_accepted_is_read_again_as_itself() =>
        Prop.ForAll<string>(text => rules.Read(text) is not { Address: { } once } || rules.Read(once).Address == once)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_text_is_either_accepted_or_refused_with_a_reason() =>
        Prop.ForAll<string>(text =>
            {
                var reading = rules.Read(text);
                return (reading.Address is null) != (reading.Fault is null)
                    && (reading.Address is not { } address || address.IsNormalized(NormalizationForm.FormC));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Noncharacters_are_characters() => rules.Read("A\uFFFF\uFDD0 St").IsAccepted.Should().BeTrue();
}
