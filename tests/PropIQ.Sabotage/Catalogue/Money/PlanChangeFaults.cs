using System.Text.Json;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.ReferenceApi.Subscriptions.Changing;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>Changing or ending a plan does the wrong thing.</summary>
internal static class PlanChangeFaults
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("downgrade_without_confirmation", "A move that loses something is made without asking.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(nameof(IPlanChangePolicy.AsksFirst), _ => (IReadOnlyList<string> losses, bool confirmed) => false),
        },
        new("downgrade_warned_and_yet_changed", "A move that loses something is asked about, and made before the answer.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChanges>(
                nameof(IPlanChanges.ChangeAsync),
                (real, provider) => async (Caller caller, Plan target, bool confirmed, CancellationToken stop) =>
                {
                    var answer = await real.ChangeAsync(caller, target, confirmed, stop);
                    if (answer.Status == "confirmation_required")
                    {
                        await provider.ExecuteAsync("update users set tier = @tier where id = @UserId", new { tier = target.Name, caller.UserId });
                    }

                    return answer;
                }),
        },
        new("confirmation_is_not_heard", "Whoever confirms a downgrade is asked again, for ever.")
        {
            Cases = ["downgrade_confirmed"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(nameof(IPlanChangePolicy.AsksFirst), _ => (IReadOnlyList<string> losses, bool confirmed) => losses.Count > 0),
        },
        new("no_is_taken_for_yes", "Whoever says no to a downgrade has it.")
        {
            Cases = ["downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = host => host.Intercept("/stripe/change-plan", (context, real) => real(context.WithBody(body =>
            {
                if (body.ContainsKey("confirm"))
                {
                    body["confirm"] = true;
                }
            }))),
        },
        new("any_word_is_taken_for_yes", "Whatever a form sends where it asks, a \"no\" in words too, is a yes.")
        {
            Cases = ["downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = host => host.Intercept("/stripe/change-plan", (context, real) => real(context.WithBody(body =>
            {
                if (body["confirm"]?.GetValueKind() == JsonValueKind.String)
                {
                    body["confirm"] = true;
                }
            }))),
        },
        new("elite_is_called_pro", "The subscription's page calls Elite Pro.")
        {
            Cases = ["subscription_changed_elsewhere", "upgrade_without_checkout"],
            Clauses = ["5.2"],
            Host = host => host.Intercept("/stripe/subscription", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
            {
                if ((string?)answer["tier"] == "elite")
                {
                    answer["tier"] = "pro";
                }
            })),
        },
        new("hidden_analyses_miscounted", "The warning of a downgrade tells of one analysis too many.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => real.Of(from, to, used, history + 1)),
        },
        new("exports_go_without_a_word", "The warning of a downgrade does not tell that exports will stop.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, former, next, used, history) => real.Of(former with { Exports = next.Exports }, next, used, history)),
        },
        new("exactly_the_new_limit_is_a_loss", "Who has used exactly what the smaller plan gives is warned of a loss.")
        {
            Cases = ["downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => real.Of(from, to with { Analyses = to.Analyses - 1 }, used, history)),
        },
        new("only_free_is_asked_about", "A move to a smaller paid plan is made without asking, whatever was used.")
        {
            Cases = ["downgrade_warning_numbers", "downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => to.Tier == Tier.Free ? real.Of(from, to, used, history) : []),
        },
        new("downgrade_to_free_at_once", "A confirmed move to Free takes the paid month away.")
        {
            Cases = ["downgrade_confirmed"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IHappeningRule<SubscriptionUpdated>>(
                nameof(IHappeningRule<SubscriptionUpdated>.Decide),
                real => (AccountState account, SubscriptionUpdated it) => real.Decide(account, it) is var change && it.Subscription.CancelAtPeriodEnd
                    ? change with { After = change.After with { Tier = Tier.Free } }
                    : change),
        },
        new("end_at_stripe_not_shown", "Whether a subscription ends with its month is only known if it was said here.")
        {
            Cases = ["subscription_to_end"],
            Clauses = ["5.2", "5.8"],
            Host = host => host.Twist<IHappeningRule<SubscriptionUpdated>>(
                nameof(IHappeningRule<SubscriptionUpdated>.Decide),
                real => (AccountState account, SubscriptionUpdated it) => real.Decide(account, it) is var change && change.After.Current is { } current && account.Current is { } before
                    ? change with { After = change.After with { Current = current with { CancelAtPeriodEnd = before.CancelAtPeriodEnd } } }
                    : change),
        },
        new("upgrade_needs_a_checkout", "From one paid plan to the next, a checkout is asked for.")
        {
            Cases = ["upgrade_without_checkout"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(
                nameof(IPlanChangePolicy.Judge),
                real => (Tier from, Tier to) => to > from ? PlanChangeVerdict.NeedsCheckout : real.Judge(from, to)),
        },
        new("present_plan_can_be_chosen", "A move to the plan that one has is made, for whatever it costs.")
        {
            Cases = ["plan_change_refused"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(
                nameof(IPlanChangePolicy.Judge),
                real => (Tier from, Tier to) => from == to && from != Tier.Free ? PlanChangeVerdict.ChangeNow : real.Judge(from, to)),
        },
        new("plan_change_at_stripe_unheard", "What support changes at Stripe does not reach PropIQ.")
        {
            Cases = ["subscription_changed_elsewhere"],
            Clauses = ["5.8"],
            Host = host => host.Twist<IHappeningRule<SubscriptionUpdated>>(
                nameof(IHappeningRule<SubscriptionUpdated>.Decide), _ => (AccountState account, SubscriptionUpdated it) => AccountChange.Nothing(account)),
        },
        new("plan_by_the_checkouts_note", "The plan is what was noted down at the checkout, whatever is paid for now.")
        {
            Cases = ["subscription_changed_elsewhere"],
            Clauses = ["5.8"],
            Host = host => host.Twist<ISubscribedTier>(
                nameof(ISubscribedTier.Of),
                real => (StripeSubscription subscription, string? session) => Plan.Named(subscription.MetadataTier)?.Tier ?? real.Of(subscription, session)),
        },
        new("end_keeps_the_plan", "A subscription that has ended goes on giving its plan.")
        {
            Cases = ["subscription_canceled_to_free", "downgrade_confirmed"],
            Clauses = ["5.8"],
            Host = Ending((change, account, _) => change with { After = change.After with { Tier = account.Tier } }),
        },
        new("end_says_active", "A subscription that has ended is shown as active.")
        {
            Cases = ["subscription_canceled_to_free", "downgrade_confirmed"],
            Clauses = ["5.2", "5.8"],
            Host = host => host
                .Twist<ISubscriptionStatus>(
                    nameof(ISubscriptionStatus.ReadAsync),
                    real => async (NpgsqlConnection connection, Guid userId, CancellationToken stop) =>
                        await real.ReadAsync(connection, userId, stop) is var status && status == "canceled" ? "active" : status),
        },
        new("end_forgives_what_was_used", "Whoever cancels has five new free analyses.")
        {
            Cases = ["subscription_canceled_to_free"],
            Clauses = ["5.8"],
            Host = Ending((change, _, created) => change with { BeginsPeriod = created }),
        },
        new("downgrade_deletes_history", "Whoever moves to Free loses the older analyses for good.")
        {
            Cases = ["history_back_after_downgrade"],
            Clauses = ["5.9"],
            Host = host => host.Twist<INotices>(
                nameof(INotices.WriteAsync),
                real => async (NpgsqlTransaction transaction, Guid userId, Notice notice, CancellationToken stop) =>
                {
                    if (notice is Notice.SubscriptionCanceled)
                    {
                        await Dapper.SqlMapper.ExecuteAsync(
                            transaction.Connection!,
                            "delete from analyses where user_id = @userId and id not in (select id from analyses where user_id = @userId order by created_at desc, sequence desc limit 10)",
                            new { userId },
                            transaction);
                    }

                    await real.WriteAsync(transaction, userId, notice, stop);
                }),
        },
        new("canceled_can_be_revived", "Late news of a subscription that has ended brings it back.")
        {
            Cases = ["canceled_is_final"],
            Clauses = ["5.6"],
            Host = host => host.Twist<ICurrentSubscription>(
                nameof(ICurrentSubscription.Concerned),
                _ => (AccountState account, string? id) => account.Current is { } current && current.Id == id ? current : null),
        },
        new("subscription_ends_a_day_late", "The subscription is shown to run a day longer than it does.")
        {
            Cases = ["subscription_shown"],
            Clauses = ["5.2"],
            Host = host => host.Twist<ReferenceApi.Subscriptions.Storage.ISubscribers>(
                nameof(ReferenceApi.Subscriptions.Storage.ISubscribers.ReadAsync),
                real => async (NpgsqlConnection connection, Guid userId, CancellationToken stop) =>
                    await real.ReadAsync(connection, userId, stop) is { State.Current: { } current } subscriber
                        ? subscriber with { State = subscriber.State with { Current = current with { PeriodEnd = current.PeriodEnd.AddDays(1) } } }
                        : await real.ReadAsync(connection, userId, stop)),
        },
    ];

    private static Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> Losing(Func<IDowngradeLosses, Plan, Plan, int, int, IReadOnlyList<string>> instead) =>
        host => host.Twist<IDowngradeLosses>(
            nameof(IDowngradeLosses.Of), real => (Plan from, Plan to, int used, int history) => instead(real, from, to, used, history));

    private static Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> Ending(Func<AccountChange, AccountState, DateTimeOffset, AccountChange> instead) =>
        host => host.Twist<ISubscriptionEnd>(
            nameof(ISubscriptionEnd.Of),
            real => (AccountState account, SubscriptionState current, DateTimeOffset created) => instead(real.Of(account, current, created), account, created));
}
