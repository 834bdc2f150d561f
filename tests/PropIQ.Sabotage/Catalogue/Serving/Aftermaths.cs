using System.Collections.Concurrent;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Serving;

/// <summary>What went wrong, or was only asked, shows in what comes next.</summary>
internal static class Aftermaths
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("ai_forgets_after_a_failure", "When the AI could not answer support once, it is given the next question without the conversation before it.")
        {
            Cases = ["chat_ai_unavailable"],
            Clauses = ["6.1"],
            Host = host =>
            {
                var failed = new ConcurrentDictionary<Guid, bool>();
                host.Twist<IAiClient>(
                    nameof(IAiClient.AskAsync),
                    real => async (AiQuestion question, CancellationToken cancellationToken) =>
                    {
                        var asked = question;
                        if (!question.AsJson && question.Messages.Count > 2 && failed.TryRemove(question.UserId, out _))
                        {
                            asked = question with { Messages = new[] { question.Messages[0], question.Messages[question.Messages.Count - 1] } };
                        }

                        try
                        {
                            return await real.AskAsync(asked, cancellationToken);
                        }
                        catch (Refusal) when (!question.AsJson)
                        {
                            failed[question.UserId] = true;
                            throw;
                        }
                    });
            },
        },
        new("support_is_paid_by_the_next_analysis", "The tokens of the last question to support are added to the next analysis, and so to its cost.")
        {
            Cases = ["analysis_cost"],
            Clauses = ["9", "3.1", "8.5"],
            Host = host =>
            {
                var open = new ConcurrentDictionary<Guid, AiReply>();
                host.Twist<IAiClient>(
                    nameof(IAiClient.AskAsync),
                    real => async (AiQuestion question, CancellationToken cancellationToken) =>
                    {
                        var reply = await real.AskAsync(question, cancellationToken);
                        if (!question.AsJson)
                        {
                            open[question.UserId] = reply;
                            return reply;
                        }

                        return open.TryRemove(question.UserId, out var chat)
                            ? reply with { InputTokens = reply.InputTokens + chat.InputTokens, OutputTokens = reply.OutputTokens + chat.OutputTokens }
                            : reply;
                    });
            },
        },
    ];
}
