using System.Text.Json;
using FluentAssertions;
using PropIQ.Drivers.Properties;
using Xunit;

namespace PropIQ.Drivers.Tests.Properties;

public sealed class OddAddressesTests
{
    private const string House = "12 Elm St, Austin, TX 78701";

    [Theory]
    [InlineData("an empty address")]
    [InlineData("an address of spaces")]
    [InlineData("an address of exotic spaces")]
    public void Some_are_blank(string name) => Kept(name).Should().BeEmpty();

    [Theory]
    [InlineData("an address of spaces", 5)]
    [InlineData("an address of exotic spaces", 3)]
    [InlineData("an address of one character", 1)]
    [InlineData("an address of 500 characters", 500)]
    [InlineData("an address of 501 characters", 501)]
    [InlineData("an address of 500 Gothic letters", 500)]
    [InlineData("an address of 501 Gothic letters", 501)]
    [InlineData("an address of 500 characters between spaces", 506)]
    [InlineData("an address of 500 accented letters in two parts each", 1_000)]
    public void They_have_as_many_characters_as_they_say(string name, int characters) => OddAddresses.Named(name).Text!.EnumerateRunes().Should().HaveCount(characters);

    [Theory]
    [InlineData("an address of 500 characters")]
    [InlineData("an address of 500 Gothic letters")]
    [InlineData("an address of 500 characters between spaces")]
    [InlineData("an address of 500 accented letters in two parts each")]
    public void What_counts_is_what_is_kept(string name) => Kept(name).EnumerateRunes().Should().HaveCount(500);

    [Theory]
    [InlineData("an address of 500 characters")]
    [InlineData("an address of 501 characters")]
    [InlineData("an address of 500 characters between spaces")]
    public void Long_ones_end_in_a_full_US_address(string name) => Kept(name).Should().EndWith($"9 {House}").And.StartWith("9");

    [Theory]
    [InlineData("an address with a line break", '\n')]
    [InlineData("an address with a tab", '\t')]
    [InlineData("an address with a null character", '\0')]
    [InlineData("an address with a delete character", '\u007F')]
    [InlineData("an address with a C1 control character", '\u0085')]
    [InlineData("an address with a C1 control character", '\u0090')]
    public void Some_hold_a_control_character_and_are_right_else(string name, char control)
    {
        var text = OddAddresses.Named(name).Text!;

        text.Should().Contain(control.ToString());
        string.Concat(text.Where(letter => !char.IsControl(letter))).Replace(" ", "").Should().MatchRegex("^12ElmSt,?Austin,TX78701$");
    }

    [Theory]
    [InlineData("an address that was left out", JsonValueKind.Null)]
    [InlineData("an address that is a number", JsonValueKind.Number)]
    [InlineData("an address that is a list", JsonValueKind.Array)]
    public void Some_are_no_text(string name, JsonValueKind kind)
    {
        OddAddresses.Named(name).Text.Should().BeNull();
        JsonElement.Parse(OddAddresses.Named(name).Json).ValueKind.Should().Be(kind);
    }

    [Fact]
    public void The_list_holds_a_house() => JsonElement.Parse(OddAddresses.Named("an address that is a list").Json)[0].GetString().Should().Be(House);

    [Theory]
    [InlineData("an address with half a character", "\"12 Elm \\ud83c St, Austin, TX 78701\"")]
    [InlineData("an address that ends in half a character", "\"12 Elm St, Austin \\ud83c\"")]
    [InlineData("an address with a character's second half", "\"12 Elm \\udfe0 St, Austin, TX 78701\"")]
    public void Some_hold_half_a_character_which_no_text_can(string name, string json)
    {
        OddAddresses.Named(name).Should().Be(new OddAddress(name, null, json));
        FluentActions.Invoking(() => JsonElement.Parse(json).GetString()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void One_tempts_programs_to_tidy_it_up_and_must_be_kept()
    {
        var odd = OddAddresses.Named("an address that programs like to tidy up");

        odd.Text.Should().ContainAll("  ", "\u00A0", "\u2013", "\uFF11", "\uFB01", "\u2116", "\u2019", "\u201C", "\u00DF", "\u0661", "\u200E", "+ 50%20").And.StartWith("12\u00BD").And.EndWith(".");
        OddAddresses.AsKept(odd.Text!).Should().Be(odd.Text);
        JsonElement.Parse(odd.Json).GetString().Should().Be(odd.Text);
    }

    [Fact]
    public void Accents_come_apart_and_are_composed_again()
    {
        var odd = OddAddresses.Decomposed("Z\u00FCrich");

        odd.Should().Be(new OddAddress("Z\u00FCrich", "Zu\u0308rich", "\"Zu\\u0308rich\""));
        OddAddresses.AsKept($" {odd.Text}\u3000").Should().Be("Z\u00FCrich");
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() => FluentActions.Invoking(() => OddAddresses.Named("a castle"))
        .Should().Throw<ArgumentException>().WithMessage("No address is called \"a castle\". Known: an empty address, an address of spaces, *, an address that programs like to tidy up.");

    private static string Kept(string name) => OddAddresses.AsKept(OddAddresses.Named(name).Text!);
}
