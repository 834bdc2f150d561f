using System.Text.Json;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Chat;

public sealed class ChatDriverTests : IDisposable
{
    private readonly MadeUpStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    // Each test's own: where tests run for minutes, the first one's is no longer just now.
    private DateTimeOffset Now { get; } = DateTimeOffset.UtcNow;

    private ChatReply Reply => new(true, "c-1", "Hello?", "Yes.", Now, JsonElement.Parse("7"));

    private ChatMessage Question => new("user", "Hello?", Now);

    private ChatMessage Answer => new("assistant", "Yes.", Now);

    [Fact]
    public async Task A_conversation_is_opened_by_the_first_message_and_goes_on()
    {
        var chat = await SaidAsync(Reply, [Question, Answer]);
        await chat.SayAsync(Paula, "And?", Cancellation);

        stage.PropIq.Asked.Select(asked => asked.Body).Should().Equal("""{"message":"Hello?"}""", """{"message":"And?","conversation_id":"c-1"}""");
        chat.ConversationOf(Paula).Text.Should().Be("c-1");
        FluentActions.Invoking(() => chat.ConversationOf(Made.Person("Frank"))).Should().Throw<InvalidOperationException>().WithMessage("Frank has not talked with support yet.");
    }

    [Fact]
    public async Task Each_question_is_answered_just_now_and_all_is_kept()
    {
        await AnsweredAsync(Reply, [Question, Answer]);
        await AnsweredAsync(Reply with { Success = false }, [Question, Answer], "Paula's question \"Hello?\" should count as answered just now, but does not");
        await AnsweredAsync(Reply with { Timestamp = Made.Then }, [Question, Answer], "Paula's question \"Hello?\" should count as answered just now, but is at 2030-03-15 12:00:00Z");
        await AnsweredAsync(Reply with { Message = "Hello" }, [Question, Answer], "The answer to Paula should repeat \"Hello?\", but repeats \"Hello\"");
        await AnsweredAsync(Reply with { Response = " " }, [Question, Answer], "Paula should get an answer to \"Hello?\", but gets none");
        await AnsweredAsync(Reply with { Tokens = null }, [Question, Answer], "PropIQ's answer to ask support should give the tokens, but does not");
        await AnsweredAsync(Reply, [Question, Answer with { Content = "No." }], "Paula's conversation should keep each answer as it was given, but keeps another");
    }

    [Fact]
    public async Task A_conversation_keeps_questions_and_answers_by_turns()
    {
        await AnsweredAsync(Reply, [Question with { Content = "Hi?" }, Answer], "Paula's conversation should keep the 1 questions in order, but keeps: Hi? / Yes.");
        await AnsweredAsync(
            Reply, [Question, Answer with { Timestamp = Now.AddSeconds(-1) }], "Each message in Paula's conversation should say when it was, none before the one above it");
        await AnsweredAsync(
            Reply, [Question with { Timestamp = Made.Then }, Answer with { Timestamp = Made.Then }], "Paula's conversation should have begun just now, but says 2030-03-15 12:00:00Z");
        const string turns = "Each of Paula's questions should be followed by an answer, but the conversation goes ";
        await AnsweredAsync(Reply, [Answer, Question], turns + "assistant, user");
        await AnsweredAsync(Reply, [Question], turns + "user");
        await AnsweredAsync(Reply, [Question, Answer with { Content = " " }], turns + "user, assistant");
    }

    [Fact]
    public async Task All_that_was_said_is_kept_in_whatever_order()
    {
        var chat = await SaidAsync(Reply, [Answer, Question]);
        await Verdicts.HoldsAsync(() => chat.ShouldKeepAllAsync(Paula, Cancellation));

        stage.PropIq.Answers("GET /support/history/c-1", new Conversation([Question]));
        await Verdicts.FailsAsync(() => chat.ShouldKeepAllAsync(Paula, Cancellation), "Paula's conversation should keep 2 messages, but keeps 1, or other ones: Hello?");
    }

    [Theory]
    [InlineData("""{"input": 20, "output": 9}""", true)]
    [InlineData("""{"usage": {"input": 20, "output": 9.0, "total": 29}, "unit": "tokens"}""", true)]
    [InlineData("29", true)]
    [InlineData("""{"total": 29}""", true)]
    [InlineData("""{"input": 20}""", false)]
    [InlineData("""{"input": 20, "output": 10}""", false)]
    [InlineData("""{"total": 29, "other": 3}""", false)]
    [InlineData("\"29\"", false)]
    public void Tokens_are_told_one_by_one_or_as_their_sum(string tokens, bool rightly)
    {
        var chat = new ChatDriver(stage.Asking, stage.Time);
        Paula.Having(Made.Worked(Reply with { Tokens = JsonElement.Parse(tokens) }, "ask support"));

        if (rightly)
        {
            Verdicts.Holds(() => chat.ShouldTellTokens(Paula, 20, 9));
        }
        else
        {
            Verdicts.Fails(() => chat.ShouldTellTokens(Paula, 20, 9), $"Support's answer to Paula should tell of 20 tokens read and 9 written, but tells of {tokens}");
        }
    }

    public void Dispose() => stage.Dispose();

    private async Task AnsweredAsync(ChatReply reply, ChatMessage[] kept, string? sentence = null)
    {
        using var other = new MadeUpStage();
        other.PropIq.Answers("POST /support/chat", reply);
        other.PropIq.Answers("GET /support/history/c-1", new Conversation(kept));
        var chat = new ChatDriver(other.Asking, other.Time);
        await chat.SayAsync(other.Paula, "Hello?", Cancellation);
        Func<Task> check = () => chat.ShouldHaveAnsweredEachAsync(other.Paula, Cancellation);
        await (sentence is null ? Verdicts.HoldsAsync(check) : Verdicts.FailsAsync(check, sentence));
    }

    private async Task<ChatDriver> SaidAsync(ChatReply reply, ChatMessage[] kept)
    {
        stage.PropIq.Answers("POST /support/chat", reply);
        stage.PropIq.Answers("GET /support/history/c-1", new Conversation(kept));
        var chat = new ChatDriver(stage.Asking, stage.Time);
        await chat.SayAsync(Paula, "Hello?", Cancellation);
        return chat;
    }
}
