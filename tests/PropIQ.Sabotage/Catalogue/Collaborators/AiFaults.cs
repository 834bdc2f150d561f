using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Costs;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>The AI is asked, believed or paid for wrongly.</summary>
internal static class AiFaults
{
    private const string Invented = """{"deal_score": 50, "summary": "A fair deal.", "metrics": {}}""";

    public static IReadOnlyList<Saboteur> All =>
    [
        new("openai_down_is_charged", "When the AI is down, a made-up analysis is sold and charged.")
        {
            Cases = ["azure_openai_unavailable", "burst_with_failure"],
            Clauses = ["3.8"],
            Host = AskingInVain((question, refusal) => question.AsJson ? new AiReply(Invented, "gpt-4o-mini", 1, 1) : throw refusal),
        },
        new("scores_beyond_100_believed", "An AI that gives 101 points is believed.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = Believing((real, content) => real.Read(content) ?? (content.Contains("101", StringComparison.Ordinal) ? real.Read(Invented)! with { DealScore = 101 } : null)),
        },
        new("missing_score_is_nothing", "An answer without a score is sold as a score of nothing.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = Believing((real, content) => real.Read(content) ?? (content.Contains("deal_score", StringComparison.Ordinal) || !content.StartsWith('{') ? null : real.Read(Invented)! with { DealScore = 0 })),
        },
        new("ai_given_a_second", "An AI that thinks for longer than a second is given up.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Options = options => options with { OpenAiTimeout = TimeSpan.FromSeconds(1) },
        },
        new("ai_words_leak", "The customer reads what the AI's provider said.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = host => host.Twist<IAppraisals>(nameof(IAppraisals.Read), real => (string content) =>
                real.Read(content) ?? throw new Refusal(503, "ai_unavailable", "The AI said: " + content) { RetryAfter = TimeSpan.FromSeconds(5) }),
        },
        new("ai_down_without_a_when", "When the AI is down nobody is told when to try again.")
        {
            Cases = ["azure_openai_unavailable", "chat_ai_unavailable"],
            Clauses = ["3.8"],
            Host = AskingInVain((_, refusal) => throw new Refusal(refusal.Status, refusal.Code, refusal.Detail)),
        },
        new("charged_before_the_work", "An analysis is charged when it is asked for; a crash does not give it back.")
        {
            Cases = ["crash_before_commit", "database_unavailable", "azure_openai_unavailable"],
            Clauses = ["3.7", "3.9"],
            Host = host => host
                .Twist<IAllowance>(nameof(IAllowance.ReserveAsync), (real, provider) => async (Guid user, DateTimeOffset now, CancellationToken stop) =>
                {
                    var place = await real.ReserveAsync(user, now, stop);
                    await provider.CountAnywayAsync(user);
                    return place;
                })
                .Twist<IAllowance>(nameof(IAllowance.CountAsync), real => async (NpgsqlTransaction transaction, Reservation place, CancellationToken stop) =>
                {
                    await transaction.UncountAsync(place.UserId, stop);
                    return await real.CountAsync(transaction, place, stop);
                }),
        },
        new("ai_not_told_who_asks", "The AI's provider cannot tell whose question it is.")
        {
            Cases = ["ai_asked_in_the_accounts_name"],
            Clauses = ["8.2"],
            Host = Asking((real, question, stop) => real.AskAsync(question with { UserId = Guid.Empty }, stop)),
        },
        new("ai_asked_twice", "Each analysis pays for two questions.")
        {
            Cases = ["ai_asked_in_the_accounts_name"],
            Clauses = ["8.2"],
            Host = Asking(async (real, question, stop) =>
            {
                await real.AskAsync(question, stop);
                return await real.AskAsync(question, stop);
            }),
        },
        new("tokens_guessed", "The tokens of an analysis are guessed from its length.")
        {
            Cases = ["ai_tokens_read_back", "wandb_analysis_logged", "analysis_cost"],
            Clauses = ["3.1", "8.2"],
            Host = Asking(async (real, question, stop) =>
            {
                var reply = await real.AskAsync(question, stop);
                return reply with { InputTokens = question.Messages.Sum(message => message.Content.Length) / 4, OutputTokens = reply.Content.Length / 4 };
            }),
        },
        new("cost_in_whole_cents", "An analysis costs nothing: its cost is rounded to cents.")
        {
            Cases = ["analysis_cost", "wandb_analysis_logged"],
            Clauses = ["9"],
            Host = Costing((real, read, written) => Math.Round(real.Of(read, written), 2)),
        },
        new("cost_rounded_to_the_sixth", "Very small costs lose their last digits.")
        {
            Cases = ["analysis_cost"],
            Clauses = ["9"],
            Host = Costing((real, read, written) => Math.Round(real.Of(read, written), 6)),
        },
        new("reading_costs_like_writing", "Tokens that were read are paid like tokens that were written.")
        {
            Cases = ["analysis_cost", "wandb_analysis_logged"],
            Clauses = ["9"],
            Host = Costing((real, read, written) => real.Of(0, read + written)),
        },
        new("json_in_prose_is_believed", "What the AI says around some JSON is cut away, and the rest sold as an analysis.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = Believing((real, content) => real.Read(content)
                ?? (content.IndexOf('{', StringComparison.Ordinal) is >= 0 and var opens && content.LastIndexOf('}') is var closes && closes > opens ? real.Read(content[opens..(closes + 1)]) : null)),
        },
    ];

    private static Action<IServiceCollection> AskingInVain(Func<AiQuestion, Refusal, AiReply> instead) =>
        host => host.TwistFailures<IAiClient>(nameof(IAiClient.AskAsync), (real, _) => async (AiQuestion question, CancellationToken stop) =>
        {
            try
            {
                return await real.AskAsync(question, stop);
            }
            catch (Refusal refusal)
            {
                return instead(question, refusal);
            }
        });

    private static Action<IServiceCollection> Asking(Func<IAiClient, AiQuestion, CancellationToken, Task<AiReply>> instead) =>
        host => host.Twist<IAiClient>(nameof(IAiClient.AskAsync), real => (AiQuestion question, CancellationToken stop) => instead(real, question, stop));

    private static Action<IServiceCollection> Believing(Func<IAppraisals, string, Appraisal?> instead) =>
        host => host.Twist<IAppraisals>(nameof(IAppraisals.Read), real => (string content) => instead(real, content));

    private static Action<IServiceCollection> Costing(Func<ICosts, int, int, decimal> instead) =>
        host => host.Twist<ICosts>(nameof(ICosts.Of), real => (int read, int written) => instead(real, read, written));
}
