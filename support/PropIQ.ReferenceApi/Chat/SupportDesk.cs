using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Chat;

/// <summary>Answers in the support chat. A message is kept with its answer or not at all; no lock is held while the AI works.</summary>
public sealed class SupportDesk(Database database, IConversations conversations, IAiClient ai)
{
    // What the AI is given of a long conversation: the latest, so that its cost has a bound.
    private const int RememberedLines = 20;

    private const string Instruction =
        "You are PropIQ's support assistant. Help with property analyses, plans, exports and the deal calculator. Answer in a few plain sentences.";

    /// <summary>The conversation; a 404 <c>not_found</c> refusal when the caller has none with that id.</summary>
    public async Task<IReadOnlyList<ChatLine>> ReadAsync(Caller caller, string conversationId, CancellationToken cancellationToken) =>
        await ReadAsync(caller.UserId, IdOf(conversationId), cancellationToken);

    /// <summary>Has the AI answer a message, as part of a conversation or as the beginning of one.</summary>
    public async Task<ChatAnswer> AskAsync(Caller caller, string message, string? conversationId, CancellationToken cancellationToken)
    {
        var id = conversationId is null ? Guid.NewGuid() : IdOf(conversationId);
        var earlier = conversationId is null ? [] : await ReadAsync(caller.UserId, id, cancellationToken);
        var question = new ChatLine(ChatLine.User, message, caller.Clock.GetUtcNow());

        var reply = await ai.AskAsync(new AiQuestion(caller.UserId, Messages(earlier, question), AsJson: false), cancellationToken);
        if (string.IsNullOrWhiteSpace(reply.Content))
        {
            throw AiRefusal.Because();
        }

        var answer = new ChatLine(ChatLine.Assistant, reply.Content, caller.Clock.GetUtcNow());
        await database.InTransactionAsync(
            (transaction, limited) => conversations.AddAsync(transaction, caller.UserId, id, [question, answer], limited),
            cancellationToken);
        return new ChatAnswer(true, id.ToString(), message, answer.Content, answer.Timestamp, new ChatTokens(reply.InputTokens, reply.OutputTokens));
    }

    private static List<AiMessage> Messages(IReadOnlyList<ChatLine> earlier, ChatLine question) =>
    [
        new AiMessage("system", Instruction),
        .. earlier.TakeLast(RememberedLines).Append(question).Select(line => new AiMessage(line.Role, line.Content)),
    ];

    private async Task<IReadOnlyList<ChatLine>> ReadAsync(Guid userId, Guid conversationId, CancellationToken cancellationToken) =>
        await database.QueryAsync((connection, limited) => conversations.ReadAsync(connection, userId, conversationId, limited), cancellationToken)
        ?? throw NotFound();

    private static Guid IdOf(string conversationId) => Guid.TryParseExact(conversationId, "D", out var id) ? id : throw NotFound();

    private static Refusal NotFound() => new(404, "not_found", "There is no such conversation.");
}
