using Microsoft.AspNetCore.Mvc;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Chat;

/// <summary>Section 6.</summary>
public sealed class ChatEndpoints(IChatMessages messages, SupportDesk desk) : IEndpointModule
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/support/chat", AskAsync).TakesJson(typeof(ChatOrder)).Produces<ChatAnswer>().Refuses(404, 422);
        routes.MapGet("/support/history/{conversation_id}", ReadAsync).Produces<ChatHistory>().Refuses(404);
    }

    private async Task<IResult> AskAsync(Caller caller, JsonBody body, CancellationToken cancellationToken)
    {
        var message = messages.Read(body.Text("message"))
            ?? throw new Refusal(422, "invalid_message", $"The message must be text of 1 to {ChatMessages.MaximumLength:#,0} characters.");

        // What is not even text is the id of no conversation.
        var conversation = body.Text("conversation_id");
        var id = conversation.IsMissing ? null : conversation.Value ?? "";
        return TypedResults.Ok(await desk.AskAsync(caller, message, id, cancellationToken));
    }

    private async Task<IResult> ReadAsync(
        Caller caller,
        [FromRoute(Name = "conversation_id")] string conversationId,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(new ChatHistory(await desk.ReadAsync(caller, conversationId, cancellationToken)));
}

/// <summary>What is said, and in which conversation; none begins a new one.</summary>
public sealed record ChatOrder(string Message, string? ConversationId);

/// <summary>The answer: <c>Message</c> is what was said, <c>Response</c> what the AI said to it.</summary>
public sealed record ChatAnswer(bool Success, string ConversationId, string Message, string Response, DateTimeOffset Timestamp, ChatTokens Tokens);

/// <summary>Tokens of the model.</summary>
public sealed record ChatTokens(int Input, int Output);

/// <summary>A conversation so far, oldest message first.</summary>
public sealed record ChatHistory(IReadOnlyList<ChatLine> Messages);
