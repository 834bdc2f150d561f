using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.Sabotage.Catalogue.Money;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>The first is told rightly, the second is not.</summary>
internal static class SecondTidings
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("same_notice_told_once", "What the team has been told in the very same words before, such as the second month's payment of the same plan, is taken for the first one told again.")
        {
            Cases = ["renewal_starts_period"],
            Clauses = ["8.3"],
            Host = host =>
            {
                var told = new ConcurrentDictionary<string, bool>();
                host.Twist<IOutboxSender>(
                    nameof(IOutboxSender.SendAsync),
                    real => async (OutboxChannel channel, OutboxMessage message, CancellationToken cancellationToken) =>
                    {
                        var words = $"{message.UserId} {message.Payload}";
                        if (channel == OutboxChannel.Slack && told.ContainsKey(words))
                        {
                            return true;
                        }

                        var taken = await real.SendAsync(channel, message, cancellationToken);
                        if (taken)
                        {
                            told[words] = true;
                        }

                        return taken;
                    });
            },
        },
        new("newer_notice_replaces_the_waiting", "When Slack was away and two notices of one customer wait, only the newer one is told.")
        {
            Cases = ["slack_down"],
            Clauses = ["8.3", "8.7"],
            Host = host => host.Twist<IOutboxSender>(
                nameof(IOutboxSender.SendAsync),
                (real, provider) => async (OutboxChannel channel, OutboxMessage message, CancellationToken cancellationToken) =>
                {
                    if (channel == OutboxChannel.Slack && message.Attempts > 1)
                    {
                        var isReplaced = await provider.IsThereAsync(
                            "select exists (select 1 from outbox where user_id = @userId and channel = @name and id > @id)",
                            new { userId = message.UserId, name = message.Channel, id = message.Id });
                        if (isReplaced)
                        {
                            return true;
                        }
                    }

                    return await real.SendAsync(channel, message, cancellationToken);
                }),
        },
        new("records_name_the_latest_session", "Records tell the session that the customer opened last, not the one that the analysis was made in.")
        {
            Cases = ["wandb_analysis_logged"],
            Clauses = ["8.5", "2.8"],
            Host = host => host.Twist<IAnalysisNews>(
                nameof(IAnalysisNews.TellAsync),
                real => async (NpgsqlTransaction transaction, Caller caller, Plan plan, StoredAnalysis analysis, CancellationToken cancellationToken) =>
                {
                    var latest = await transaction.Connection!.ExecuteScalarAsync<Guid>(new CommandDefinition(
                        "select id from sessions where user_id = @userId order by created_at desc, id desc limit 1",
                        new { userId = caller.UserId },
                        transaction,
                        cancellationToken: cancellationToken));
                    await real.TellAsync(transaction, caller with { SessionId = latest }, plan, analysis, cancellationToken);
                }),
        },
        new("late_renewals_are_not_announced", "The team does not hear of a renewal that is paid after it had failed first.")
        {
            Cases = ["failed_renewal_recovers"],
            Clauses = ["5.8", "8.3"],
            Host = Rules.On<InvoicePaid>((real, account, it) =>
            {
                var change = real.Decide(account, it);
                return account.Current is { Status: SubscriptionStatus.PastDue } ? change with { Notices = [] } : change;
            }),
        },
    ];
}
