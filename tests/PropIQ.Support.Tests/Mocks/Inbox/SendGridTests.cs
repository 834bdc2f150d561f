using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Inbox;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Inbox;

public sealed class SendGridTests
{
    private const string Path = "/v3/mail/send";

    private readonly InboxMock _mock = InboxMock.SendGrid("SG.key");

    [Fact]
    public async Task A_complete_mail_is_accepted_without_a_body()
    {
        var answer = await SendAsync(Mail());

        answer.Status.Should().Be(202);
        answer.Body.Should().BeEmpty();
        (await _mock.ContainingAsync("frank@simulated.propiq.test", TestContext.Current.CancellationToken)).Should().HaveCount(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SG.key")]
    [InlineData("Bearer other")]
    [InlineData("Bearer ")]
    public async Task Without_the_right_bearer_it_is_401(string? authorization) =>
        (await SendAsync(Mail(), authorization)).Status.Should().Be(401);

    [Theory]
    [InlineData("personalizations", "personalizations")]
    [InlineData("from", "from.email")]
    [InlineData("subject", "subject")]
    [InlineData("content", "content")]
    public async Task What_is_missing_is_named(string member, string field)
    {
        var mail = Mail();
        mail.Remove(member);

        var answer = await SendAsync(mail);

        answer.Status.Should().Be(400);
        JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors")[0].GetProperty("field").GetString().Should().Be(field);
    }

    [Fact]
    public async Task A_template_needs_neither_subject_nor_content()
    {
        var mail = Mail();
        mail.Remove("subject");
        mail.Remove("content");
        mail["template_id"] = "d-1";

        (await SendAsync(mail)).Status.Should().Be(202);
    }

    [Theory]
    [InlineData("""{"personalizations":[{}]}""")]
    [InlineData("""{"personalizations":[null]}""")]
    [InlineData("""{"personalizations":[{"to":[{"email":"nobody"}]}]}""")]
    [InlineData("""{"personalizations":7}""")]
    [InlineData("not json")]
    [InlineData("""{"a":1,"a":2}""")]
    public async Task Odd_bodies_are_400(string body)
    {
        var answer = await _mock.HandleAsync(Posts.To(Path, body, "Bearer SG.key"), TestContext.Current.CancellationToken);

        answer.Status.Should().Be(400);
    }

    private static JsonObject Mail() => new()
    {
        ["personalizations"] = new JsonArray(new JsonObject { ["to"] = new JsonArray(new JsonObject { ["email"] = "frank@simulated.propiq.test" }) }),
        ["from"] = new JsonObject { ["email"] = "hello@propiq.test" },
        ["subject"] = "Welcome",
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text/plain", ["value"] = "Hello Frank" }),
    };

    private Task<MockResponse> SendAsync(JsonObject mail, string? authorization = "Bearer SG.key") =>
        _mock.HandleAsync(Posts.To(Path, mail.ToJsonString(), authorization), TestContext.Current.CancellationToken);
}
