namespace PropIQ.ReferenceApi.Ai;

/// <summary>Asks Azure OpenAI (clause 8.2).</summary>
public interface IAiClient
{
    /// <summary>One question, one answer, no retries. Whatever goes wrong, time-out included, is a 503 <c>ai_unavailable</c> refusal.</summary>
    Task<AiReply> AskAsync(AiQuestion question, CancellationToken cancellationToken);
}

/// <summary>What is asked, on behalf of which account. <c>AsJson</c> makes the model answer with a JSON object.</summary>
public sealed record AiQuestion(Guid UserId, IReadOnlyList<AiMessage> Messages, bool AsJson);

/// <summary>One message; <c>Role</c> is system, user or assistant.</summary>
public sealed record AiMessage(string Role, string Content);

/// <summary>The answer, and which model read and wrote how many tokens for it.</summary>
public sealed record AiReply(string Content, string Model, int InputTokens, int OutputTokens);
