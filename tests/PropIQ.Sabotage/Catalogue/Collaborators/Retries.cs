using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>What failed is tried again too often or too seldom, or the customer is blamed for it.</summary>
internal static class Retries
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("ai_tried_twice", "An AI that fails is asked once more before the customer hears of it.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = Failing((real, question, _, stop) => real.AskAsync(question, stop)),
        },
        new("ai_throttling_is_ours", "When the AI's provider has too much to do, the customer is told to be in less of a hurry.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = Failing((_, _, refusal, _) => throw (refusal.InnerException is HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests }
                ? new Refusal(429, "rate_limited", "Too many requests. Please slow down.") { RetryAfter = TimeSpan.FromSeconds(5) }
                : refusal)),
        },
        new("timed_out_analysis_is_made_later", "An analysis that was refused because the database was slow is made, and charged, when it is well again.")
        {
            Cases = ["database_query_timeout"],
            Clauses = ["3.9"],
            Host = host => host.TwistFailures<IAnalyst>(
                nameof(IAnalyst.AnalyzeAsync),
                (real, provider) => async (Caller caller, Property property, DateTimeOffset arrivedAt, CancellationToken stop) =>
                {
                    try
                    {
                        return await real.AnalyzeAsync(caller, property, arrivedAt, stop);
                    }
                    catch (Refusal refusal) when (IsSlow(refusal))
                    {
                        _ = AgainAsync(real, caller, property, arrivedAt);
                        throw;
                    }
                }),
        },
        new("given_up_after_two_tries", "What a collaborator has not taken twice is never sent.")
        {
            Cases = ["mailer_down", "wandb_down"],
            Clauses = ["8.7"],
            Host = host => host.Twist<IOutboxSender>(
                nameof(IOutboxSender.SendAsync),
                real => async (OutboxChannel channel, OutboxMessage message, CancellationToken stop) => await real.SendAsync(channel, message, stop) || message.Attempts >= 2),
        },
    ];

    private static bool IsSlow(Refusal refusal) => refusal.Code == "database_timeout";

    // Each try takes as long as the database has leave to.
    private static async Task AgainAsync(IAnalyst real, Caller caller, Property property, DateTimeOffset arrivedAt)
    {
        for (var attempt = 1; attempt <= 20; attempt++)
        {
            try
            {
                await real.AnalyzeAsync(caller, property, arrivedAt, CancellationToken.None);
                return;
            }
            catch (Refusal refusal) when (IsSlow(refusal))
            {
                // Once more.
            }
        }
    }

    private static Action<IServiceCollection> Failing(Func<IAiClient, AiQuestion, Refusal, CancellationToken, Task<AiReply>> instead) =>
        host => host.TwistFailures<IAiClient>(nameof(IAiClient.AskAsync), (real, _) => async (AiQuestion question, CancellationToken stop) =>
        {
            try
            {
                return await real.AskAsync(question, stop);
            }
            catch (Refusal refusal)
            {
                return await instead(real, question, refusal, stop);
            }
        });
}
