using System.Text.Json.Nodes;
using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.OpenAi;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.OpenAi;

public sealed class OpenAiMockTests
{
    private const string User = "user-1";

    private readonly OpenAiMock _mock = new(new OpenAiMockOptions { ApiKey = "key" });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a wrong key", "/openai/deployments/gpt-4o-mini/chat/completions", "2024-10-21", "other", 401, "401")]
    [InlineData("no key", "/openai/deployments/gpt-4o-mini/chat/completions", "2024-10-21", null, 401, "401")]
    [InlineData("an unknown deployment", "/openai/deployments/gpt-9/chat/completions", "2024-10-21", "key", 404, "DeploymentNotFound")]
    [InlineData("no version", "/openai/deployments/gpt-4o-mini/chat/completions", "", "key", 404, "404")]
    [InlineData("another path", "/v1/chat/completions", "2024-10-21", "key", 404, "404")]
    public async Task Strangers_are_refused_as_Azure_refuses(string description, string path, string version, string? key, int status, string code)
    {
        var answer = await AskAsync(Calls.Raw(Calls.Body(User, "x").ToJsonString(), path, version, key));

        answer.Status.Should().Be(status, description);
        answer.Json().GetProperty("error").GetProperty("code").GetString().Should().Be(code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[{"role":"pope","content":"json"}]}""")]
    [InlineData("""{"messages":[{"role":"user"}]}""")]
    [InlineData("""{"messages":[7]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}],"response_format":{"type":"json_object"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}],"stream":true}""")]
    public async Task Requests_that_make_no_sense_are_400(string body)
    {
        var answer = await AskAsync(Calls.Raw(body));

        answer.Status.Should().Be(400);
        answer.Json().GetProperty("error").GetProperty("type").GetString().Should().Be("invalid_request_error");
    }

    [Fact]
    public async Task An_analysis_has_a_score_a_summary_and_metrics_in_Azures_envelope()
    {
        var answer = await AskAsync(Calls.Analysis(User));

        answer.Status.Should().Be(200);
        answer.Score().Should().BeInRange(0, 100);
        answer.Analysed().GetProperty("summary").GetString().Should().NotBeNullOrEmpty();
        answer.Analysed().GetProperty("metrics").GetProperty("cap_rate").GetDecimal().Should().BeInRange(1, 15);
        var choice = answer.Json().GetProperty("choices")[0];
        choice.GetProperty("finish_reason").GetString().Should().Be("stop");
        choice.GetProperty("content_filter_results").GetProperty("hate").GetProperty("filtered").GetBoolean().Should().BeFalse();
        answer.Json().GetProperty("model").GetString().Should().StartWith("gpt-4o-mini");
    }

    [Fact]
    public async Task The_address_alone_determines_the_analysis()
    {
        var first = await AskAsync(Calls.Analysis("one", "12 Elm St, Austin, TX 78701"));
        var again = await AskAsync(Calls.Analysis("two", " 12 ELM st, Austin, TX 78701 "));
        var scores = new HashSet<decimal>();
        foreach (var number in Enumerable.Range(1, 20))
        {
            scores.Add((await AskAsync(Calls.Analysis("one", $"{number} Oak Ave, Reno, NV 89501"))).Score());
        }

        again.Content().Should().Be(first.Content());
        scores.Should().HaveCountGreaterThan(10);
    }

    [Fact]
    public async Task A_prompt_in_camel_case_is_answered_so()
    {
        var body = Calls.Body(User, "12 Elm St");
        body["messages"]!.AsArray().Insert(0, Calls.Message("system", "Reply in JSON: dealScore, summary."));

        var analysis = (await AskAsync(Calls.Request(body))).Analysed();

        analysis.TryGetProperty("dealScore", out _).Should().BeTrue();
        analysis.GetProperty("metrics").TryGetProperty("capRate", out _).Should().BeTrue();
    }

    [Fact]
    public async Task Usage_grows_with_the_prompt_and_with_the_answer()
    {
        var small = await AskAsync(Calls.Analysis(User, "12 Elm St"));
        var large = await AskAsync(Calls.Analysis(User, "12 Elm St " + string.Concat(Enumerable.Repeat("spacious ", 500))));
        await _mock.SayAsync(User, new AiScript(Summary: string.Concat(Enumerable.Repeat("good ", 300))), Cancellation);
        var talkative = await AskAsync(Calls.Analysis(User, "12 Elm St"));

        (large.Tokens("prompt_tokens") - small.Tokens("prompt_tokens")).Should().BeInRange(500, 1_100);
        (talkative.Tokens("completion_tokens") - small.Tokens("completion_tokens")).Should().BeInRange(200, 400);
        small.Tokens("total_tokens").Should().Be(small.Tokens("prompt_tokens") + small.Tokens("completion_tokens"));
    }

    [Fact]
    public async Task It_says_what_it_is_told_to_say()
    {
        await _mock.SayAsync(User, new AiScript(DealScore: 79.5m, Summary: "So and so.", InputTokens: 500, OutputTokens: 1_500), Cancellation);

        var answer = await AskAsync(Calls.Analysis(User));

        answer.Score().Should().Be(79.5m);
        answer.Analysed().GetProperty("summary").GetString().Should().Be("So and so.");
        answer.Tokens("prompt_tokens").Should().Be(500);
        answer.Tokens("completion_tokens").Should().Be(1_500);
        (await AskAsync(Calls.Analysis("another"))).Tokens("prompt_tokens").Should().NotBe(500);
    }

    [Fact]
    public async Task It_gives_a_score_alone_when_told_to()
    {
        await _mock.SayAsync(User, new AiScript(DealScore: 72, ScoreAlone: true), Cancellation);

        var analysed = (await AskAsync(Calls.Analysis(User))).Analysed();

        analysed.EnumerateObject().Select(member => member.Name).Should().Equal("deal_score");
        analysed.GetProperty("deal_score").GetDecimal().Should().Be(72);
    }

    [Fact]
    public async Task A_chat_is_answered_in_words_by_topic_or_by_script()
    {
        (await AskAsync(Calls.Chat(User, "How do I export to PDF?"))).Content().Should().Contain("paid plan");

        await _mock.SayAsync(User, new AiScript(Reply: "Ask your bank."), Cancellation);

        (await AskAsync(Calls.Chat(User, "And the rate?"))).Content().Should().Be("Ask your bank.");
    }

    [Fact]
    public async Task A_prompt_beyond_the_context_window_is_refused()
    {
        var answer = await AskAsync(Calls.Analysis(User, string.Concat(Enumerable.Repeat("word ", 128_001))));

        answer.Status.Should().Be(400);
        answer.Json().GetProperty("error").GetProperty("code").GetString().Should().Be("context_length_exceeded");
    }

    [Fact]
    public async Task An_answer_over_max_tokens_is_cut_short()
    {
        var body = Calls.Body(User, "12 Elm St");
        body["max_tokens"] = JsonValue.Create(10);

        var answer = await AskAsync(Calls.Request(body));

        answer.Tokens("completion_tokens").Should().BeLessThanOrEqualTo(10);
        answer.Json().GetProperty("choices")[0].GetProperty("finish_reason").GetString().Should().Be("length");
    }

    [Fact]
    public async Task Calls_are_remembered_by_user()
    {
        await AskAsync(Calls.Analysis(User, "12 Elm St"));
        await AskAsync(Calls.Raw(Calls.Body(User, "x").ToJsonString(), key: "other"));
        await AskAsync(Calls.Analysis("another"));

        var calls = await _mock.CallsAsync(User, Cancellation);

        calls.Select(call => call.Status).Should().Equal(200, 401);
        calls[0].Should().Match<AiCall>(call =>
            call.Prompt.Contains("12 Elm St") && call.ApiKey == "key" && call.Deployment == "gpt-4o-mini" && call.InputTokens > 0 && call.OutputTokens > 0);
    }

    private Task<MockResponse> AskAsync(MockRequest request) => _mock.HandleAsync(request, Cancellation);
}
