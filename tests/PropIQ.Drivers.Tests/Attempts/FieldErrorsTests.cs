using FluentAssertions;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class FieldErrorsTests
{
    [Theory]
    [InlineData("\"is too short\"")]
    [InlineData("[\"\", \"is too short\"]")]
    [InlineData("{\"code\": \"\", \"message\": \"is too short\"}")]
    [InlineData("[[\"is too short\"]]")]
    [InlineData("7")]
    [InlineData("true")]
    public void A_field_of_which_something_is_said_is_named(string said) => Named($$"""{"errors": {"password": {{said}} } }""").Should().Equal("password");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("[]")]
    [InlineData("[\"\", null]")]
    [InlineData("{}")]
    [InlineData("{\"message\": \" \"}")]
    public void A_field_of_which_nothing_is_said_is_not(string said) => Named($$"""{"errors": {"password": {{said}} } }""").Should().BeEmpty();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"errors": ["password"]}""")]
    [InlineData("""{"errors": "password"}""")]
    [InlineData("""{"errors": null}""")]
    public void Errors_that_are_not_by_field_name_none(string members) => Named(members).Should().BeEmpty();

    [Fact]
    public void Fields_come_in_the_order_of_their_letters() =>
        Named("""{"errors": {"email": "x", "Zip": "x", "_all": "x", "address": ""}}""").Should().Equal("Zip", "_all", "email");

    private static IReadOnlyList<string> Named(string members) => FieldErrors.Named(Made.Problem(422, "validation_failed", members: members));
}
