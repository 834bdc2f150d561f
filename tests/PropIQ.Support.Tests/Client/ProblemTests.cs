using FluentAssertions;
using PropIQ.Client;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>From 400 on there is a problem, whatever its body.</summary>
public sealed class ProblemTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Problem_details_are_read_with_their_further_members()
    {
        var answer = await AskAsync(
            "429 Too Many Requests",
            "application/problem+json",
            """{"type":"about:blank","title":"Too many","status":429,"code":"usage_limit_reached","detail":"Usage limit reached","upgrade_to":null,"usage":{"used":5}}""",
            "Retry-After: 7\r\n");

        answer.Unreadable.Should().BeNull();
        answer.Problem!.Code.Should().Be("usage_limit_reached");
        answer.Problem.Detail.Should().Be("Usage limit reached");
        answer.Problem.Members.Keys.Should().BeEquivalentTo("upgrade_to", "usage");
        answer.Problem.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        answer.Problem.ContentType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("502 Bad Gateway", "text/html", "<html><title>502</title></html>", "PropIQ answered 502 with an HTML page (\"502\") where problem details were expected")]
    [InlineData("500 Oops", "text/plain", "", "PropIQ answered 500 with an empty body where problem details were expected")]
    [InlineData("422 No", "application/json", "{\"detail\":[{\"loc\":[\"body\"]}]}", "PropIQ answered 422 with problem details whose \"detail\" holds an array, not text")]
    [InlineData("404 No", "application/json", "{\"code\":404}", "PropIQ answered 404 with problem details whose \"code\" holds a number, not text")]
    public async Task A_refusal_that_is_no_problem_details_keeps_its_status(string status, string contentType, string body, string words)
    {
        var answer = await AskAsync(status, contentType, body);

        answer.Problem!.Status.Should().Be(int.Parse(status[..3]));
        answer.Problem.Code.Should().BeNull();
        answer.Problem.ContentType.Should().Be(contentType);
        answer.Unreadable.Should().Be(words);
    }

    [Fact]
    public async Task A_code_in_plain_JSON_is_read_and_the_content_type_told()
    {
        var answer = await AskAsync("409 Conflict", "application/json; charset=utf-8", """{"code":"user_exists"}""");

        answer.Problem!.Code.Should().Be("user_exists");
        answer.Problem.ContentType.Should().Be("application/json; charset=utf-8");
        answer.Unreadable.Should().BeNull();
    }

    [Theory]
    [InlineData("Retry-After: soon\r\n")]
    [InlineData("Retry-After: -1\r\n")]
    [InlineData("")]
    public async Task A_pause_that_cannot_be_read_counts_as_not_given(string header)
    {
        var answer = await AskAsync("503 Busy", "application/problem+json", """{"code":"ai_unavailable"}""", header);

        answer.Problem!.RetryAfter.Should().BeNull();
    }

    private static async Task<Answer<PropIQ.Client.Contract.PriceList>> AskAsync(string status, string contentType, string body, string headers = "")
    {
        var http = OddServer.Http(status, contentType, body).Replace("Connection: close\r\n", $"Connection: close\r\n{headers}", StringComparison.Ordinal);
        await using var server = OddServer.Sending(http);
        using var client = Clients.For(server.Url);
        return await client.GetPricesAsync(Cancellation);
    }
}
