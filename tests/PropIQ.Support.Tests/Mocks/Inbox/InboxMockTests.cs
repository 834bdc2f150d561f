using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Inbox;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Inbox;

public sealed class InboxMockTests
{
    private const string Frank = "frank+r7.1@simulated.propiq.test";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly InboxMock _slack = InboxMock.Slack();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_found_by_an_e_mail_in_it_without_regard_to_case_or_escapes()
    {
        var answer = await SendAsync("""{"text":"New signup: Frank\u002bR7.1@simulated.propiq.test."}""");
        await SendAsync("""{"text":"New signup: paula@simulated.propiq.test"}""");

        answer.Should().BeEquivalentTo(new { Status = 200, Body = "ok" });
        (await _slack.ContainingAsync(Frank, Cancellation)).Should().ContainSingle().Which.Body.Should().Contain("New signup");
    }

    [Theory]
    [InlineData("xfrank+r7.1@simulated.propiq.test")]
    [InlineData("frank+r7.11@simulated.propiq.test")]
    [InlineData("frank+r7.1@simulated.propiq.testing")]
    public async Task Somebody_whose_address_only_looks_alike_is_somebody_else(string other)
    {
        await SendAsync($$"""{"text":"New signup: {{other}}"}""");

        (await _slack.ContainingAsync(Frank, Cancellation)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("frank+r7.1@simulated.propiq.test", 0, 2)]
    [InlineData("PAULA@simulated.propiq.test", 1, 2)]
    [InlineData("o'neil@simulated.propiq.test", 3)]
    [InlineData("neil@simulated.propiq.test", 3)]
    [InlineData("@simulated.propiq.test")]
    [InlineData("jos\u00e9@simulated.propiq.test", 4)]
    [InlineData("jose\u0301@simulated.propiq.test", 4)]
    [InlineData("paula@simulated.propiq.test to frank+r7.1@simulated.propiq.test", 2)]
    [InlineData("from ", 2, 3)]
    public async Task Of_many_messages_exactly_those_with_a_mark_are_found_oldest_first(string mark, params int[] expected)
    {
        string[] texts =
        [
            "New signup: frank+r7.1@simulated.propiq.test",
            "New signup: paula@simulated.propiq.test, again paula@simulated.propiq.test",
            "From paula@simulated.propiq.test to frank+r7.1@simulated.propiq.test",
            "from o'neil@simulated.propiq.test",
            "jos\u00e9@simulated.propiq.test",
            "xpaula@simulated.propiq.test and frank@r7.1@simulated.propiq.testing",
        ];
        foreach (var text in texts)
        {
            await SendAsync($$"""{"text":"{{text}}"}""");
        }

        var found = await _slack.ContainingAsync(mark, Cancellation);

        found.Select(message => Array.FindIndex(texts, text => message.Body.Contains(text, StringComparison.Ordinal))).Should().Equal(expected);
    }

    [Fact]
    public async Task The_oldest_messages_go_when_there_are_too_many_and_the_others_are_still_found()
    {
        const int Most = 50_000;
        for (var number = 0; number < Most + 2; number++)
        {
            await SendAsync($$"""{"text":"{{number}} from user{{number % 3}}@simulated.propiq.test"}""");
        }

        var found = await _slack.ContainingAsync("user1@simulated.propiq.test", Cancellation);

        found.Should().HaveCount(((Most + 2) / 3) - 1);
        found[0].Body.Should().Contain("\"4 from");
        (await _slack.ContainingAsync("from user0", Cancellation))[0].Body.Should().Contain("\"3 from");
    }

    [Fact]
    public async Task Text_is_compared_decoded_and_composed()
    {
        await SendAsync("""{"text":"Caf\u00e9 Street"}""");

        (await _slack.ContainingAsync("Café Street", Cancellation)).Should().HaveCount(1);
        (await _slack.ContainingAsync("Cafe\u0301 Street", Cancellation)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Failing_refuses_and_records_attempts_until_healed_and_only_for_its_mark()
    {
        await _slack.FailAsync(Frank, 500, null, Cancellation);

        (await SendAsync($$"""{"text":"one {{Frank}}"}""")).Status.Should().Be(500);
        (await SendAsync("""{"text":"paula@simulated.propiq.test"}""")).Status.Should().Be(200);
        await _slack.HealAsync(Frank, Cancellation);
        (await SendAsync($$"""{"text":"two {{Frank}}"}""")).Status.Should().Be(200);

        (await _slack.AttemptsAsync(Frank, Cancellation)).Select(message => message.Status).Should().Equal(500, 200);
        (await _slack.ContainingAsync(Frank, Cancellation)).Should().ContainSingle().Which.Body.Should().Contain("two");
    }

    [Fact]
    public async Task A_stalled_message_is_an_attempt_at_once_and_refused_when_the_stall_ends()
    {
        await _slack.FailAsync(Frank, 503, TimeSpan.FromHours(1), Cancellation);
        var sending = SendAsync($$"""{"text":"{{Frank}}"}""");

        sending.IsCompleted.Should().BeFalse();
        (await _slack.AttemptsAsync(Frank, Cancellation)).Should().ContainSingle().Which.Status.Should().Be(0);
        await _slack.HealAsync(Frank, Cancellation);

        (await sending.WaitAsync(Long, Cancellation)).Status.Should().Be(503);
        (await _slack.ContainingAsync(Frank, Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_stall_with_a_status_of_success_only_delays()
    {
        await _slack.FailAsync(Frank, 200, TimeSpan.FromMilliseconds(20), Cancellation);

        (await SendAsync($$"""{"text":"{{Frank}}"}""")).Body.Should().Be("ok");

        (await _slack.ContainingAsync(Frank, Cancellation)).Should().HaveCount(1);
    }

    [Theory]
    [InlineData("/services/T/B/X", "nonsense", 400, "invalid_payload")]
    [InlineData("/services/T/B/X", "[]", 400, "invalid_payload")]
    [InlineData("/services/T/B/X", "{}", 400, "no_text")]
    [InlineData("/services/T/B/X", """{"text":""}""", 400, "no_text")]
    [InlineData("/services/T/B/X", """{"blocks":[{}]}""", 200, "ok")]
    [InlineData("/elsewhere", """{"text":"x"}""", 404, "no_service")]
    public async Task Slack_takes_what_Slack_takes(string path, string body, int status, string word)
    {
        var answer = await _slack.HandleAsync(Posts.To(path, body), Cancellation);

        answer.Should().BeEquivalentTo(new { Status = status, Body = word });
    }

    [Theory]
    [InlineData("/wandb/propiq-analysis", """{"deal_score":70}""", 200)]
    [InlineData("/propiq-analysis", "[]", 400)]
    [InlineData("/else", "{}", 404)]
    public async Task Wandb_takes_an_object_for_each_analysis(string path, string body, int status) =>
        (await InboxMock.Wandb().HandleAsync(Posts.To(path, body), Cancellation)).Status.Should().Be(status);

    private Task<MockResponse> SendAsync(string body) => _slack.HandleAsync(Posts.To("/services/T/B/X", body), Cancellation);
}
