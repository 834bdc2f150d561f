namespace PropIQ.ReferenceApi.Ai;

/// <summary>The body of a chat completion's request. <c>User</c> is the account's id, for the provider's abuse reports.</summary>
public sealed record ChatCompletionRequest(
    string Model,
    string User,
    IReadOnlyList<AiMessage> Messages,
    double Temperature,
    int MaxTokens,
    AnswerFormat? ResponseFormat)
{
    private const string Gpt4oMini = "gpt-4o-mini";
    private const int LongestAnswer = 1500;

    /// <summary>The request for a question.</summary>
    public static ChatCompletionRequest For(AiQuestion question) =>
        new(Gpt4oMini, question.UserId.ToString(), question.Messages, 0.2, LongestAnswer, question.AsJson ? new AnswerFormat("json_object") : null);
}

/// <summary>The form of the answer.</summary>
public sealed record AnswerFormat(string Type);
