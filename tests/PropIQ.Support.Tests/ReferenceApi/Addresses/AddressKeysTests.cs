using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using PropIQ.ReferenceApi.Domain.Addresses;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Addresses;

public sealed class AddressKeysTests
{
    private readonly AddressKeys keys = new();

    [Theory]
    [InlineData("12 Elm St", "12 ELM ST")]
    [InlineData("12 Elm St", "  12 elm st\n")]
    [InlineData("Café", "CAFE\u0301")]
    [InlineData("Hauptstraße 1", "HAUPTSTRASSE 1")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    [InlineData("ﬁrst", "FIRST")]
    [InlineData("𐐀 St", "𐐨 St")]
    public void The_same_place_has_one_key(string one, string other) => keys.KeyOf(one).Should().Be(keys.KeyOf(other));

    [Theory]
    [InlineData("12 Elm St", "13 Elm St")]
    [InlineData("12 Elm St", "12  Elm St")]
    [InlineData("Cafe", "Café")]
    [InlineData("12 Elm St", "12 Elm St.")]
    public void Different_places_have_different_keys(string one, string other) => keys.KeyOf(one).Should().NotBe(keys.KeyOf(other));

    [Fact]
    public void A_key_is_its_own_key() =>
        Prop.ForAll<string>(text => text is null || text.Any(char.IsSurrogate) || keys.KeyOf(keys.KeyOf(text)) == keys.KeyOf(text))
            .QuickCheckThrowOnFailure();
}
