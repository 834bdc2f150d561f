using FluentAssertions;
using PropIQ.ReferenceApi.Chat;
using PropIQ.ReferenceApi.Http;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Chat;

public sealed class ChatMessagesTests
{
    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("  Hello\n", "Hello")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("", null)]
    [InlineData(" \t ", null)]
    [InlineData("a\0b", null)]
    public void A_message_is_text_that_says_something(string sent, string? kept) =>
        new ChatMessages().Read(new Field<string>(FieldState.Given, sent)).Should().Be(kept);

    [Fact]
    public void A_message_has_up_to_2_000_code_points()
    {
        var house = string.Concat(Enumerable.Repeat("🏠", 2_000));

        new ChatMessages().Read(new Field<string>(FieldState.Given, house)).Should().Be(house);
        new ChatMessages().Read(new Field<string>(FieldState.Given, house + "!")).Should().BeNull();
    }

    [Theory]
    [InlineData(FieldState.Missing)]
    [InlineData(FieldState.Wrong)]
    public void No_text_is_no_message(FieldState state) => new ChatMessages().Read(new Field<string>(state, null)).Should().BeNull();
}
