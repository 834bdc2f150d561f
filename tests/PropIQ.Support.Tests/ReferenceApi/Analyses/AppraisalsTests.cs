using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Analyses;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses;

public sealed class AppraisalsTests
{
    private readonly Appraisals appraisals = new();

    [Theory]
    [InlineData("""{"deal_score": 0}""", 0)]
    [InlineData("""{"deal_score": 100}""", 100)]
    [InlineData("""{"deal_score": 72.5, "summary": "Fine.", "metrics": {"cap_rate": 6}}""", 72.5)]
    [InlineData("""{"deal_score": 7e1}""", 70)]
    public void A_score_from_0_to_100_is_an_opinion(string content, double score) =>
        appraisals.Read(content)!.DealScore.Should().Be((decimal)score);

    [Theory]
    [InlineData("")]
    [InlineData("The deal is good: 80.")]
    [InlineData("""{"deal_score": 72, "summary": "half an ans""")]
    [InlineData("[80]")]
    [InlineData("80")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"summary": "no score"}""")]
    [InlineData("""{"deal_score": null}""")]
    [InlineData("""{"deal_score": "80"}""")]
    [InlineData("""{"deal_score": -0.01}""")]
    [InlineData("""{"deal_score": 100.01}""")]
    [InlineData("""{"deal_score": 1e400}""")]
    [InlineData("""{"deal_score": 80, "summary": 7}""")]
    [InlineData("""{"deal_score": 80, "metrics": [1]}""")]
    [InlineData("""{"deal_score": 80, "summary": "\ud800"}""")]
    [InlineData("""{"deal_score": 80, "metrics": {"a": "\ud800"}}""")]
    [InlineData("""{"deal_score": 80, "metrics": {"\ud800": 1}}""")]
    public void Anything_else_is_none(string content) => appraisals.Read(content).Should().BeNull();

    [Fact]
    public void What_is_nested_too_deeply_is_none()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 40)) + "1" + new string('}', 40);

        appraisals.Read($$"""{"deal_score": 80, "metrics": {{deep}}}""").Should().BeNull();
    }

    [Fact]
    public void A_summary_or_metrics_may_be_missing()
    {
        var appraisal = appraisals.Read("""{"deal_score": 80}""")!;

        appraisal.Summary.Should().BeEmpty();
        appraisal.MetricsJson.Should().Be("{}");
    }

    [Fact]
    public void What_cannot_be_stored_is_left_out_of_the_summary() =>
        appraisals.Read("""{"deal_score": 80, "summary": "a\u0000b"}""")!.Summary.Should().Be("ab");
}
