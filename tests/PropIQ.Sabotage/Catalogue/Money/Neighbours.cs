using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.ReferenceApi.Subscriptions.Changing;
using PropIQ.ReferenceApi.Subscriptions.Storage;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>A rule about money is forgotten where it meets another.</summary>
internal static class Neighbours
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("losses_of_this_period_only", "The history that a downgrade hides is reckoned from this period's analyses: after a renewal it is too small, or not told at all.")
        {
            Cases = ["downgrade_warning_numbers"],
            Clauses = ["5.3", "5.9"],
            Host = host => host.Twist<IHoldings>(
                nameof(IHoldings.ReadAsync),
                real => async (NpgsqlConnection connection, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
                {
                    var held = await real.ReadAsync(connection, userId, now, cancellationToken);
                    return held with { History = Math.Min(held.History, held.Used) };
                }),
        },
        new("unstored_change_is_said_to_be_made", "A change of plan that could not be stored in time is said to have been made, since Stripe has taken it.")
        {
            Cases = ["database_query_timeout"],
            Clauses = ["3.9", "5.3"],
            Host = host => host.OnRefusal("/stripe/change-plan", (context, refusal) => refusal.Code == "database_timeout"
                ? context.Response.WriteAsJsonAsync(new { status = context.Features.Get<JsonBody>()!.Text("tier").Value == "free" ? "scheduled" : "changed" })
                : throw refusal),
        },
        new("past_due_sees_ten", "Whose renewal failed keeps the plan, but the history shows the newest ten only.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8", "3.11"],
            Host = host => host.Twist<IPlanOfUser>(
                nameof(IPlanOfUser.ReadAsync),
                (real, provider) => async (NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
                {
                    var plan = await real.ReadAsync(connection, userId, cancellationToken);
                    var subscriber = await provider.GetRequiredService<ISubscribers>().ReadAsync(connection, userId, cancellationToken);
                    return subscriber?.State.Status == SubscriptionStatus.PastDue ? plan with { HistoryShown = 10 } : plan;
                }),
        },
        new("failed_prorations_do_not_count", "When the payment for a change of plan fails, the subscription stays active, nobody is told, and nothing is shown.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8", "8.3"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => it.Invoice.BillingReason == "subscription_update" && account.Current is { IsLive: true }
                ? AccountChange.Nothing(account)
                : real.Decide(account, it)),
        },
        new("subscription_page_is_remembered", "A session that has looked at its subscription sees its status, and whether it ends, as they were then, until the plan changes.")
        {
            Cases = ["subscription_to_end"],
            Clauses = ["5.2", "5.3", "5.8"],
            Host = host =>
            {
                var seen = new ConcurrentDictionary<Guid, string>();
                host.Intercept("/stripe/subscription", (context, real) => ChangedAnswer.OfAsync(
                    context,
                    real,
                    answer =>
                    {
                        var session = context.Features.Get<Caller>()!.SessionId;
                        var before = JsonNode.Parse(seen.GetOrAdd(session, answer.ToJsonString()))!;
                        if (before["tier"]!.GetValue<string>() != answer["tier"]!.GetValue<string>())
                        {
                            seen[session] = answer.ToJsonString();
                            return;
                        }

                        answer["status"] = before["status"]!.DeepClone();
                        answer["cancel_at_period_end"] = before["cancel_at_period_end"]!.DeepClone();
                    }));
            },
        },
    ];
}
