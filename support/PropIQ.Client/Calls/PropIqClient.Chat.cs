using PropIQ.Client.Contract;
using PropIQ.Client.Http;

namespace PropIQ.Client;

/// <content>The support chat (section 6).</content>
public sealed partial class PropIqClient
{
    /// <summary>Says something to support (clause 6.1); no conversation id begins a new one.</summary>
    public Task<Answer<ChatReply>> ChatAsync(string? accessToken, string? message, JsonId? conversationId, CancellationToken cancellation) =>
        caller.JsonAsync<ChatReply>(
            Call.Post("/support/chat", new { Message = message, ConversationId = conversationId }, accessToken),
            cancellation);

    /// <summary>A conversation so far (clause 6.2).</summary>
    public Task<Answer<Conversation>> GetConversationAsync(string? accessToken, JsonId conversationId, CancellationToken cancellation) =>
        caller.JsonAsync<Conversation>(
            Call.Get("/support/history/{conversation_id}", accessToken) with { Argument = conversationId.Text },
            cancellation);
}
