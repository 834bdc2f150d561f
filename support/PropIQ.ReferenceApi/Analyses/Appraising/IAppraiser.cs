using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.ReferenceApi.Analyses.Appraising;

/// <summary>Has the model judge a property.</summary>
public interface IAppraiser
{
    /// <summary>The model's opinion and what it took; a 503 <c>ai_unavailable</c> refusal when there is none that can be used.</summary>
    Task<AppraisedProperty> AppraiseAsync(Guid userId, Property property, CancellationToken cancellationToken);
}

/// <summary>An opinion, and the model's answer that it was read from.</summary>
public sealed record AppraisedProperty(Appraisal Opinion, AiReply Reply);

/// <summary>Asks once and reads the answer.</summary>
public sealed class Appraiser(IAiClient ai, IAppraisals appraisals) : IAppraiser
{
    /// <inheritdoc/>
    public async Task<AppraisedProperty> AppraiseAsync(Guid userId, Property property, CancellationToken cancellationToken)
    {
        var messages = new AiMessage[] { new("system", Prompt.Instruction), new("user", Prompt.Of(property)) };
        var reply = await ai.AskAsync(new AiQuestion(userId, messages, AsJson: true), cancellationToken);
        return appraisals.Read(reply.Content) is { } opinion ? new(opinion, reply) : throw AiRefusal.Because();
    }
}
