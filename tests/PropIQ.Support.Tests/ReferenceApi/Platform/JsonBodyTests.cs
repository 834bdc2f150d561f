using System.Text;
using FluentAssertions;
using PropIQ.ReferenceApi.Http;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Odd JSON is read without a throw; malformed JSON is told from it.</summary>
public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("nul")]
    [InlineData("{\"a\":NaN}")]
    public void Malformed(string text) => Parse(text).Should().BeNull();

    [Fact]
    public void What_is_not_UTF_8_is_malformed() => BodyReader.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }).Should().BeNull();

    [Fact]
    public void Too_deep_is_malformed() => Parse(new string('[', 100_000)).Should().BeNull();

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("[{\"a\":1}]")]
    [InlineData("\"a\"")]
    public void What_is_no_object_has_no_members(string text) => Parse(text)!.Text("a").IsMissing.Should().BeTrue();

    [Theory]
    [InlineData("{\"a\":\"x\"}", FieldState.Given)]
    [InlineData("{\"a\":\"\\ud83d\\ude00\"}", FieldState.Given)]
    [InlineData("{\"a\":\"\\ud83d\"}", FieldState.Wrong)]
    [InlineData("{\"a\":3}", FieldState.Wrong)]
    [InlineData("{\"a\":{\"a\":\"x\"}}", FieldState.Wrong)]
    [InlineData("{\"a\":null}", FieldState.Missing)]
    [InlineData("{\"A\":\"x\"}", FieldState.Missing)]
    public void Texts(string text, FieldState expected) => Parse(text)!.Text("a").State.Should().Be(expected);

    [Theory]
    [InlineData("{\"a\":1e2}", FieldState.Given)]
    [InlineData("{\"a\":1e400}", FieldState.Wrong)]
    [InlineData("{\"a\":\"1\"}", FieldState.Wrong)]
    public void Numbers(string text, FieldState expected) => Parse(text)!.Number("a").State.Should().Be(expected);

    [Theory]
    [InlineData("{\"a\":3.0}", FieldState.Given)]
    [InlineData("{\"a\":3.5}", FieldState.Wrong)]
    [InlineData("{\"a\":3000000000}", FieldState.Wrong)]
    public void Whole_numbers(string text, FieldState expected) => Parse(text)!.Integer("a").State.Should().Be(expected);

    [Theory]
    [InlineData("{\"a\":[]}", FieldState.Given)]
    [InlineData("{\"a\":[\"x\",1]}", FieldState.Wrong)]
    [InlineData("{\"a\":\"x\"}", FieldState.Wrong)]
    public void Lists(string text, FieldState expected) => Parse(text)!.Texts("a").State.Should().Be(expected);

    [Fact]
    public void A_second_name_is_looked_for_when_the_first_is_missing() =>
        Parse("{\"firstName\":\"Ann\",\"first_name\":null}")!.Text("first_name", "firstName").Value.Should().Be("Ann");

    private static JsonBody? Parse(string text) => BodyReader.Parse(Encoding.UTF8.GetBytes(text));
}
