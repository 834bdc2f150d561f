using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Storage;
using PropIQ.Sabotage.Catalogue.Duplicates;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>Records of analyses and visits tell something else than was, or to somebody else.</summary>
internal static class Records
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("wandb_without_the_score", "Records tell everything but how the deal was judged.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5"],
            Host = Recording(row => row.Remove("deal_score")),
        },
        new("wandb_without_the_session", "Records do not tell which session they belong to.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5"],
            Host = Recording(row => row["session_id"] = "session"),
        },
        new("wandb_session_is_the_customer", "Records of different sessions cannot be told apart.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5"],
            Host = host => host.Twist<IAnalysisNews>(
                nameof(IAnalysisNews.TellAsync),
                real => (NpgsqlTransaction transaction, Caller caller, Plan plan, StoredAnalysis analysis, CancellationToken stop) =>
                    real.TellAsync(transaction, caller with { SessionId = caller.UserId }, plan, analysis, stop)),
        },
        new("foreign_addresses_go_unrecorded", "Analyses of limited coverage are missing in the records.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5"],
            Host = host => host.Twist<IAnalysisNews>(
                nameof(IAnalysisNews.TellAsync),
                real => (NpgsqlTransaction transaction, Caller caller, Plan plan, StoredAnalysis analysis, CancellationToken stop) =>
                    analysis.Coverage == Coverage.Limited ? Task.CompletedTask : real.TellAsync(transaction, caller, plan, analysis, stop)),
        },
        new("wandb_down_breaks_analyses", "When Weights & Biases is down, nothing is analysed.")
        {
            Cases = ["wandb_down"],
            Clauses = ["8.7"],
            Host = Messages.Bypassing(OutboxChannel.Wandb, fails: true),
        },
        new("record_lost_when_wandb_is_down", "What Weights & Biases does not take at once is lost.")
        {
            Cases = ["wandb_down"],
            Clauses = ["8.5", "8.7"],
            Host = Messages.Bypassing(OutboxChannel.Wandb, fails: false),
        },
        new("failed_analyses_recorded", "Records tell of analyses that nobody got.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5"],
            Host = host => host.TwistFailures<IAppraiser>(
                nameof(IAppraiser.AppraiseAsync),
                (real, provider) => async (Guid user, Property property, CancellationToken stop) =>
                {
                    try
                    {
                        return await real.AppraiseAsync(user, property, stop);
                    }
                    catch (Refusal)
                    {
                        var row = new { user_tier = "free", property_address = property.Address, analysis_cost = 0, tokens_used = 0, deal_score = 0, session_id = "" };
                        await provider.GetRequiredService<IOutboxSender>().SendAsync(
                            OutboxChannel.Wandb, new OutboxMessage(0, user, "wandb", System.Text.Json.JsonSerializer.Serialize(row, Json.Options), 1), CancellationToken.None);
                        throw;
                    }
                }),
        },
        new("repetition_recorded_as_another", "A double click makes one analysis and two records.")
        {
            Cases = ["wandb_analysis_logged", "duplicate_analysis_submission"],
            Clauses = ["8.5"],
            Host = host => host.AddHttpContextAccessor().AfterARepetition((provider, _, answer) => provider.RecordAgainAsync(answer.AnalysisId)),
        },
        new("clarity_of_another_project", "Visits are counted for somebody else's project.")
        {
            Cases = ["clarity_tag_present"],
            Clauses = ["8.6"],
            Host = host => host.Twist<ReferenceApi.Home.IHomePage>(
                nameof(ReferenceApi.Home.IHomePage.Html), real => () => real.Html.Replace("tts5hc8zf8", "tts5hc8zf9", StringComparison.Ordinal)),
        },
        new("clarity_tag_in_a_comment", "The front page has Clarity's script, but in a comment.")
        {
            Cases = ["clarity_tag_present"],
            Clauses = ["8.6"],
            Host = host => host.Twist<ReferenceApi.Home.IHomePage>(
                nameof(ReferenceApi.Home.IHomePage.Html), real => () => real.Html.Replace("<script", "<!-- <script", StringComparison.Ordinal).Replace("</script>", "</script> -->", StringComparison.Ordinal)),
        },
        new("records_tell_the_former_plan", "After a change of the plan the records of analyses go on telling the former one.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5"],
            Host = host => host.Twist<IAnalysisNews>(nameof(IAnalysisNews.TellAsync), real =>
            {
                var plans = new ConcurrentDictionary<Guid, Plan>();
                return (NpgsqlTransaction transaction, Caller caller, Plan plan, StoredAnalysis analysis, CancellationToken stop) =>
                    real.TellAsync(transaction, caller, plans.GetOrAdd(caller.UserId, plan), analysis, stop);
            }),
        },
    ];

    private static Task RecordAgainAsync(this IServiceProvider provider, string analysisId)
    {
        var caller = provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Caller>()!;
        return provider.GetRequiredService<Database>().InTransactionAsync(
            async (transaction, limited) =>
            {
                var plan = await provider.GetRequiredService<IPlanOfUser>().ReadAsync(transaction.Connection!, caller.UserId, limited);
                var found = await provider.GetRequiredService<IAnalysisStore>().FindAsync(transaction.Connection!, caller.UserId, [Guid.Parse(analysisId)], limited);
                await provider.GetRequiredService<IAnalysisNews>().TellAsync(transaction, caller, plan, found[0], limited);
            },
            CancellationToken.None);
    }

    private static Action<IServiceCollection> Recording(Action<System.Text.Json.Nodes.JsonObject> change) => Messages.Sending((real, transaction, channel, user, payload, stop) =>
    {
        if (channel == OutboxChannel.Wandb)
        {
            var row = System.Text.Json.Nodes.JsonNode.Parse(payload)!.AsObject();
            change(row);
            payload = row.ToJsonString();
        }

        return real.EnqueueAsync(transaction, channel, user, payload, stop);
    });
}
