using FluentAssertions;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Chat;

public sealed class ConversationTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_is_remembered_and_given_to_the_AI()
    {
        using var frank = await PatronAsync();
        await frank.Ai.SayAsync(frank.Id, new AiScript(Reply: "Yes, with an umlaut: ä."), Cancelled);

        var first = (await frank.Client.ChatAsync(frank.Token, " Is my question remembered? ", null, Cancelled)).Value!;
        var second = (await frank.Client.ChatAsync(frank.Token, "And now?", first.ConversationId, Cancelled)).Value!;

        first.Should().BeEquivalentTo(new { Success = true, Message = "Is my question remembered?", Response = "Yes, with an umlaut: ä.", Timestamp = Patron.Noon });
        second.ConversationId.Should().Be(first.ConversationId);
        (await frank.Ai.CallsAsync(frank.Id, Cancelled))[^1].Prompt.Should().ContainAll("Is my question remembered?", "Yes, with an umlaut: ä.", "And now?");
        var conversation = (await frank.Client.GetConversationAsync(frank.Token, first.ConversationId!, Cancelled)).Value!;
        conversation.Messages!.Select(message => (message.Role, message.Content)).Should().Equal(
            ("user", "Is my question remembered?"),
            ("assistant", "Yes, with an umlaut: ä."),
            ("user", "And now?"),
            ("assistant", "Yes, with an umlaut: ä."));
        (await frank.UsageAsync()).Used.Should().Be(5);
    }

    [Fact]
    public async Task A_message_that_was_not_answered_is_not_kept()
    {
        using var frank = await PatronAsync();
        var conversation = (await frank.Client.ChatAsync(frank.Token, "Hello", null, Cancelled)).Value!.ConversationId!;
        await frank.FailAiAsync(new AiFault(AiFaultKind.Refuses, 503));

        (await frank.Client.ChatAsync(frank.Token, "Still there?", conversation, Cancelled)).ShouldBeRefused(503, "ai_unavailable");

        (await frank.Client.GetConversationAsync(frank.Token, conversation, Cancelled)).Value!.Messages.Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_one_s_conversation_is_not_found()
    {
        using var frank = await PatronAsync();
        using var rita = await PatronAsync();
        var his = (await frank.Client.ChatAsync(frank.Token, "Hello", null, Cancelled)).Value!.ConversationId!.Text;

        foreach (var id in new[] { his, Guid.NewGuid().ToString(), "x" })
        {
            (await rita.Client.ChatAsync(rita.Token, "Hello", id, Cancelled)).ShouldBeRefused(404, "not_found");
            (await rita.Client.GetConversationAsync(rita.Token, id, Cancelled)).ShouldBeRefused(404, "not_found");
        }

        (await rita.PostAsync("/support/chat", """{"message": "Hello", "conversation_id": 7}""")).ShouldBeRefused(404, "not_found");
    }

    [Theory]
    [InlineData("""{"message": " "}""")]
    [InlineData("""{"message": 7}""")]
    [InlineData("""{"message": "\ud800"}""")]
    [InlineData("""{"message": "\u0000"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Odd_messages_are_refused(string json)
    {
        using var frank = await PatronAsync();

        (await frank.PostAsync("/support/chat", json)).ShouldBeRefused(422, "invalid_message");
    }

    private async Task<Patron> PatronAsync() => await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost, "free", 5);
}
